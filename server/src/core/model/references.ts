import { entryAround, placeId } from './entries'
import type { FoundId } from './id-grammar'
import { between, type Mention } from './mentions'
import type { Entry, Passage, Reference } from './spec-document'
import type { Walked } from './walk-document'

/** What one range may expand to, and all ranges of a document together. */
const LONGEST_RANGE = 500
const MOST_IMPLIED = 20_000

/**
 * Every place where an ID is named that does not define it, in document order; ranges name what is between their ends.
 *
 * @param defined whether the document defines an item of that key: names that may be words count only if it does
 * @param documentId the document's own ID: qualified by it, an ID is not elsewhere
 */
export function makeReferences(
  { passages, scans, owners }: Walked,
  defined: (key: string) => boolean,
  documentId: string | undefined,
): Reference[] {
  const references: Reference[] = []
  let budget = MOST_IMPLIED
  scans.forEach(({ mentions }, i) => {
    const passage = passages[i]
    if (mentions.length === 0 || passage === undefined) return
    const owner = owners[i]
    const from = entryAround(owner)?.entry
    const own = owner?.decision === 'item' && owner.passage === passage ? owner.opening?.id?.start : undefined
    const place = { from, passage, documentId }
    for (const mention of mentions) {
      const { id, through } = mention
      if (id.weak && !defined(id.key)) continue
      if (id.start !== own) references.push(reference(mention, id, 'written', place))
      if (budget <= 0) continue
      const implied = through === undefined ? mention.listed : impliedBy(mention, through)
      budget -= implied.length
      for (const one of implied) {
        references.push(reference(mention, one, one.key === through?.key ? 'bareEnd' : 'implied', place))
      }
    }
  })
  return references
}

function impliedBy({ id, bare }: Mention, through: FoundId): readonly FoundId[] {
  const range = between(id, through, LONGEST_RANGE)
  return bare ? [...range, { ...through, start: id.start, end: through.end }] : range
}

interface Place {
  readonly from: Entry | undefined
  readonly passage: Passage
  readonly documentId: string | undefined
}

function reference(
  { qualifier, code, elsewhere }: Mention,
  id: FoundId,
  how: 'written' | 'implied' | 'bareEnd',
  { from, passage, documentId }: Place,
): Reference {
  const own = qualifier !== undefined && qualifier.toUpperCase() === documentId?.toUpperCase()
  return {
    id: placeId(id, passage.start),
    from,
    passage,
    implied: how !== 'written',
    bareEnd: how === 'bareEnd',
    elsewhere: elsewhere && !own,
    qualifier,
    code,
  }
}
