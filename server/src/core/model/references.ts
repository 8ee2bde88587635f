import type { OwnedPassage } from './drafts'
import { entryAround, placeId } from './entries'
import type { FoundId } from './id-grammar'
import { between, type Mention } from './mentions'
import type { Reference } from './spec-document'

/** What one range may expand to, and all ranges of a document together. */
const LONGEST_RANGE = 500
const MOST_IMPLIED = 20_000

/**
 * Every place where an ID is named that does not define it, in document order; ranges name what is between their ends.
 *
 * @param defined keys of the items that the document defines: names that may be words count only if they are
 * @param documentId the document's own ID: qualified by it, an ID is not elsewhere
 */
export function makeReferences(
  passages: readonly OwnedPassage[],
  defined: ReadonlySet<string>,
  documentId: string | undefined,
): Reference[] {
  const references: Reference[] = []
  let budget = MOST_IMPLIED
  for (const owned of passages) {
    const { mentions } = owned.scan
    for (const mention of mentions) {
      if (mention.id.weak && !defined.has(mention.id.key)) continue
      const range = budget > 0 ? impliedBy(mention) : []
      budget -= range.length
      if (!definesHere(owned, mention.id))
        references.push(reference(owned, mention, mention.id, false, documentId))
      for (const id of range) references.push(reference(owned, mention, id, true, documentId))
    }
  }
  return references
}

function impliedBy({ id, through, bare }: Mention): readonly FoundId[] {
  if (through === undefined) return []
  const range = between(id, through, LONGEST_RANGE)
  return bare ? [...range, { ...through, start: id.start, end: through.end }] : range
}

/** The ID with which an item opens defines it. */
function definesHere({ owner, passage }: OwnedPassage, id: FoundId): boolean {
  return owner?.decision === 'item' && owner.passage === passage && owner.opening?.id?.start === id.start
}

function reference(
  { owner, passage }: OwnedPassage,
  mention: Mention,
  id: FoundId,
  implied: boolean,
  documentId: string | undefined,
): Reference {
  const { qualifier, code } = mention
  const own = qualifier !== undefined && qualifier.toUpperCase() === documentId?.toUpperCase()
  return {
    id: placeId(id, passage.start),
    from: entryAround(owner)?.entry,
    passage,
    implied,
    elsewhere: mention.elsewhere && !own,
    qualifier,
    code,
  }
}
