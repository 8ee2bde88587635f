import type { SpecIndex } from '../../index/spec-index'
import type { ItemId } from '../../model/spec-document'
import type { Edit } from '../rule'

/**
 * The edits that give items other IDs, in their definitions and wherever the document names them. Brackets, code marks and
 * what a reference is qualified by stay; what only a range implies is not written and needs no edit.
 *
 * @param names the new ID by the key of the old one, as it is to be written
 * @returns ascending and apart
 */
export function renameIds(index: SpecIndex, names: ReadonlyMap<string, string>): readonly Edit[] {
  const edits: Edit[] = []
  const rename = (id: ItemId) => {
    const text = names.get(id.key)
    if (text !== undefined && text !== id.text) edits.push({ span: id.span, text })
  }
  for (const { id } of index.spec.items) rename(id)
  for (const { id, implied, qualifier } of index.spec.references) {
    // What another spec is named for belongs to it.
    if (!implied && qualifier === undefined) rename(id)
  }
  return edits.sort((a, b) => a.span.start - b.span.start)
}
