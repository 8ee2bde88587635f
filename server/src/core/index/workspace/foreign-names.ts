import type { FileSymbols } from './file-symbols'
import { comparedDocumentId } from './symbol-diff'

/**
 * The names under which a file may mean items of others. What its own items answer is left out: nearly every specification
 * of a workspace names a REQ-001, and means its own.
 */
export function* foreignNames({ items, references }: FileSymbols): Iterable<string> {
  const own = new Set(items.map(({ key }) => key))
  for (const { key, stem, qualifier } of references) {
    if (qualifier === undefined && own.has(key)) continue
    yield foreignName(key, qualifier)
    if (stem !== undefined) yield foreignName(stem, qualifier)
  }
}

/** @param qualifier the document ID that stands before it, in any case */
export function foreignName(key: string, qualifier: string | undefined): string {
  return qualifier === undefined ? key : `${comparedDocumentId(qualifier)}#${key}`
}
