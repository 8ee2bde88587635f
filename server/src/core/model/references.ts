import { entryAround } from './drafts'
import type { FoundId } from './id-grammar'
import { between, type Mention } from './mentions'
import { PlacedId } from './placed-id'
import type { PlacedPassage } from './placed-passage'
import type { Entry, ItemId, Reference } from './spec-document'
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
  { passages }: Walked,
  defined: (key: string) => boolean,
  documentId: string | undefined,
): Reference[] {
  const references: Reference[] = []
  const document = { id: documentId }
  let budget = MOST_IMPLIED
  // By place: an iterator would make an object for each of thousands, at each key.
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at]
    const first = passage?.scan.mentions[0]
    if (passage === undefined || first === undefined) continue
    const { mentions } = passage.scan
    const { owner } = passage
    const own = owner?.decision === 'item' && owner.lead === passage ? owner.opening?.id?.start : undefined
    // Nearly every passage with an ID names none but its own.
    if (mentions.length === 1 && first.id.start === own && isAlone(first)) continue
    for (const mention of mentions) {
      const { id, through } = mention
      if (id.weak && !defined(id.key)) continue
      if (id.start !== own) references.push(new Named(mention, id, 'written', passage, document))
      if (isAlone(mention) || budget <= 0) continue
      const implied = through === undefined ? mention.listed : impliedBy(mention, through)
      budget -= implied.length
      for (const one of implied) {
        const how = one.key === through?.key ? 'bareEnd' : 'implied'
        references.push(new Named(mention, one, how, passage, document))
      }
    }
  }
  return references
}

function isAlone({ through, listed }: Mention): boolean {
  return through === undefined && listed.length === 0
}

function impliedBy({ id, bare }: Mention, through: FoundId): readonly FoundId[] {
  const range = between(id, through, LONGEST_RANGE)
  return bare ? [...range, { ...through, start: id.start, end: through.end }] : range
}

/** A mention at its place: a document has thousands, and they are made at each key. */
class Named implements Reference {
  private knownId: PlacedId | undefined = undefined

  /** @param document the document's own ID, if it has one */
  constructor(
    private readonly mention: Mention,
    private readonly found: FoundId,
    private readonly how: 'written' | 'implied' | 'bareEnd',
    readonly passage: PlacedPassage,
    private readonly document: { readonly id: string | undefined },
  ) {}

  get id(): ItemId {
    this.knownId ??= new PlacedId(this.found, this.passage.start)
    return this.knownId
  }

  get from(): Entry | undefined {
    return entryAround(this.passage.owner)
  }

  get implied(): boolean {
    return this.how !== 'written'
  }

  get bareEnd(): boolean {
    return this.how === 'bareEnd'
  }

  get elsewhere(): boolean {
    const { elsewhere, qualifier } = this.mention
    if (!elsewhere || qualifier === undefined) return elsewhere
    return qualifier.toUpperCase() !== this.document.id?.toUpperCase()
  }

  get qualifier(): string | undefined {
    return this.mention.qualifier
  }

  get code(): boolean {
    return this.mention.code
  }
}
