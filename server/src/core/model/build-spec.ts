import type { MarkdownDocument } from '../markdown/document'
import { countWhile } from '../text/search'
import { findConflict } from './conflict'
import { decideEntries } from './decide-entries'
import { decideDefinitions } from './definitions'
import { type DraftContext, isItem } from './drafts'
import { makeEntries } from './entries'
import { makeReferences } from './references'
import { createScans, type Scans } from './scans'
import type { Item, Placeholder, Recognition, SpecDocument, Status } from './spec-document'
import { readStatus } from './status'
import { readSuppressions } from './suppressions'
import { type Walked, walkDocument } from './walk-document'

/**
 * Reads a document as a specification, by the template that recognition chose. A document that is none (`none`) is not
 * looked into: it has no sections, entries or passages.
 *
 * Never throws; linear in the length of the text.
 *
 * @param scans what is known of the prose of its blocks; given where one owner builds version after version
 */
export function buildSpec(
  uri: string,
  markdown: MarkdownDocument,
  recognition: Recognition,
  scans: Scans = createScans(),
): SpecDocument {
  const { template } = recognition
  const seen = recognition.kind === 'none' ? { ...markdown, blocks: [] } : markdown
  const { lexicon, scan, head } = scans.of(template)
  const { outline, fields } = head(seen)
  const context: DraftContext = { source: seen.text, lexicon, padding: new Map(), siblings: new Map() }
  const walked = walkDocument(seen, outline, scan, context)
  decideDefinitions(walked.drafts)
  const entries = makeEntries(walked, context, decideEntries(walked.drafts))
  const items = entries.filter(isItem)
  for (const { checkbox, role } of items) if (checkbox) checkbox.role = role
  const status = readStatus(fields, template)
  const documentId = fields.find(({ definition }) => definition?.type === 'id')
  return {
    uri,
    text: markdown.text,
    markdown,
    recognition,
    title: outline.title,
    documentId,
    status,
    fields,
    sections: outline.sections,
    entries,
    items,
    references: makeReferences(walked, definesAny(items), documentId?.value),
    checkboxes: walked.checkboxes,
    placeholders: withStatus(placeholdersIn(walked), status, markdown.text),
    tables: walked.tables,
    suppressions: readSuppressions(markdown.text, walked.html),
    passages: walked.passages,
    opaque: walked.opaque,
    conflict: findConflict(markdown.text, walked.opaque),
  }
}

function placeholdersIn({ passages }: Walked): Placeholder[] {
  const placeholders: Placeholder[] = []
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at]
    if (passage === undefined) continue
    const { start, within, scan } = passage
    const whole = within === 'listItem' || within === 'cell' ? scan.whole : undefined
    if (scan.placeholders.length === 0 && whole === undefined) continue
    for (const found of whole ? [...scan.placeholders, whole] : scan.placeholders) {
      placeholders.push({ span: { start: start + found.start, end: start + found.end }, text: found.text })
    }
  }
  return placeholders
}

/** The values of a status that lists several have no brackets to be found by. */
function withStatus(
  placeholders: readonly Placeholder[],
  { placeholder, field }: Status,
  text: string,
): readonly Placeholder[] {
  if (!placeholder || field === undefined) return placeholders
  const { start, end } = field.valueSpan
  const before = countWhile(placeholders.length, (place) => (placeholders[place]?.span.end ?? start) <= start)
  const next = placeholders[before]
  if (next !== undefined && next.span.start < end) return placeholders
  const list = { span: field.valueSpan, text: text.slice(start, end) }
  return [...placeholders.slice(0, before), list, ...placeholders.slice(before)]
}

/** The keys are gathered when one is asked for: few documents name an item in a way that words have too. */
function definesAny(items: readonly Item[]): (key: string) => boolean {
  let keys: ReadonlySet<string> | undefined
  return (key) => {
    keys ??= new Set(items.map(({ id }) => id.key))
    return keys.has(key)
  }
}
