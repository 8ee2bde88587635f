import { expectedKind, itemsBySection, type SectionItems } from './decide-entries'
import type { Draft } from './drafts'
import { textOf, textSpanOf } from './entry-text'
import type { FoundId } from './id-grammar'
import type { Lexicon } from './lexicon'
import { type Padding, padded, paddingOf } from './padding'
import { partsOf } from './parts'
import { isRetired } from './retired'
import type { Entry, Item, ItemId, MalformedId } from './spec-document'
import { isUntouched } from './untouched'
import type { Walked } from './walk-document'

/** Makes the entries of the drafts that were decided to be some, in document order; each draft is given its own. */
export function makeEntries(walked: Walked, source: string, lexicon: Lexicon): Entry[] {
  const { drafts } = walked
  const made = drafts.filter(({ isEntry }) => isEntry)
  givePassages(walked)
  const context = { source, lexicon, padding: paddingOf(made), siblings: itemsBySection(drafts) }
  return made.map((draft) => {
    const entry = makeEntry(draft, context)
    draft.entry = entry
    return entry
  })
}

/** Passages of drafts that are no entries go to the entry around. */
function givePassages({ passages, owners }: Walked): void {
  for (let i = 0; i < passages.length; i++) {
    const passage = passages[i]
    const draft = entryAround(owners[i])
    if (draft === undefined || passage === undefined) continue
    draft.passages ??= [draft.passage]
    if (passage !== draft.passage) draft.passages.push(passage)
  }
}

/** The innermost draft around that is an entry. */
export function entryAround(owner: Draft | undefined): Draft | undefined {
  let draft = owner
  while (draft !== undefined && !draft.isEntry) draft = draft.parent
  return draft
}

export function isItem(entry: Entry): entry is Item {
  return entry.id !== undefined && entry.role !== undefined
}

interface Context {
  readonly source: string
  readonly lexicon: Lexicon
  readonly padding: Padding
  readonly siblings: SectionItems
}

function makeEntry(draft: Draft, context: Context): Entry {
  const { form, section, span, passage: lead, checkbox } = draft
  const found = draft.decision === 'item' ? draft.opening?.id : undefined
  const kind = found?.kind ?? draft.opening?.malformed?.kind ?? expectedKind(draft, context.siblings)
  const text = textOf(draft, context.source)
  const passages = draft.passages ?? [lead]
  const role = found?.kind.role ?? draft.opening?.malformed?.kind.role ?? section?.role ?? kind?.role
  return {
    form,
    section,
    span,
    lead,
    text,
    textSpan: textSpanOf(draft),
    passages,
    id: found && placeId(found, lead.start),
    malformed: malformedOf(draft, found, context.padding),
    kind,
    role,
    checkbox,
    retired: isRetired(draft, text),
    parts: partsOf(draft, passages, kind),
    parent: entryAround(draft.parent)?.entry,
    untouched: isUntouched(draft, text, context.lexicon),
  }
}

/** An ID found in a prose, as one of the document. */
export function placeId(found: FoundId, base: number): ItemId {
  const { text, key, prefix, area, number, suffix, start, end } = found
  return { text, key, prefix, area, number, suffix, span: { start: base + start, end: base + end } }
}

function malformedOf(
  { opening, passage }: Draft,
  id: FoundId | undefined,
  padding: Padding,
): MalformedId | undefined {
  if (opening?.malformed) {
    const { text, start, end, meant } = opening.malformed
    return {
      text,
      span: { start: passage.start + start, end: passage.start + end },
      meant: meant && (padded(meant, padding) ?? meant.text),
    }
  }
  const meant = id && padded(id, padding)
  if (id === undefined || meant === undefined) return undefined
  return { text: id.text, span: placeId(id, passage.start).span, meant }
}
