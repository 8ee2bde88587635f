import { type FileNames, namesOfLists } from './file-names'
import type { FileSymbols } from './file-symbols'
import { PackedFile } from './packed-file'

/** Of a packed file no list is read for it. */
export function namesOf(file: FileSymbols): FileNames {
  return file instanceof PackedFile ? file.names() : namesOfLists(file)
}
