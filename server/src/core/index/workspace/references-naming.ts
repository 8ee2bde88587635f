import type { FileSymbols, ReferenceSymbol } from './file-symbols'
import { PackedFile } from './packed-file'

/** Those of a file whose key or stem this is. @param qualified those without a qualifier are left out */
export function referencesNaming(
  file: FileSymbols,
  key: string,
  qualified: boolean,
): readonly ReferenceSymbol[] {
  if (file instanceof PackedFile) return file.referencesNaming(key, qualified)
  return file.references.filter(
    (one) => (one.key === key || one.stem === key) && !(qualified && one.qualifier === undefined),
  )
}
