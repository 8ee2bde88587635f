import type { FileSymbols, ReferenceSymbol } from './file-symbols'
import { comparedDocumentId } from './symbol-diff'

/**
 * The names under which a file may mean items of others. What its own items answer is left out: nearly every specification
 * of a workspace names a REQ-001, and means its own.
 *
 * @param own whether it defines a key itself
 */
export function* foreignNames(
  { references }: FileSymbols,
  own: { has(key: string): boolean },
): Iterable<string> {
  for (const { key, stem, qualifier } of references) {
    if (qualifier === undefined && own.has(key)) continue
    yield nameOf({ key, qualifier })
    if (stem !== undefined) yield nameOf({ key: stem, qualifier })
  }
}

/** What is named by a key and the document ID before it, which may be in any case: `REQ-1`, `SPEC-2026-01-15-001#REQ-1`. */
export function nameOf({ key, qualifier }: Pick<ReferenceSymbol, 'key' | 'qualifier'>): string {
  return qualifier === undefined ? key : `${comparedDocumentId(qualifier)}#${key}`
}
