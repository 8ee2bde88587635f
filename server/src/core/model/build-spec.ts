import type { MarkdownDocument } from '../markdown/document'
import { findConflict } from './conflict'
import { decideEntries } from './decide-entries'
import { decideDefinitions } from './definitions'
import type { OwnedPassage } from './drafts'
import { isItem, makeEntries } from './entries'
import { makeReferences } from './references'
import { createScans, type Scans } from './scans'
import type { Placeholder, Recognition, SpecDocument } from './spec-document'
import { readStatus } from './status'
import { readSuppressions } from './suppressions'
import { walkDocument } from './walk-document'

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
  const walked = walkDocument(seen, outline, scan)
  decideDefinitions(walked.drafts)
  decideEntries(walked.drafts)
  const entries = makeEntries(walked.drafts, walked.passages, seen.text, lexicon)
  const items = entries.filter(isItem)
  for (const { decision, checkbox, entry } of walked.drafts) {
    if (decision === 'item' && checkbox) checkbox.role = entry?.role
  }
  const documentId = fields.find(({ definition }) => definition?.type === 'id')
  const defined = new Set(items.map(({ id }) => id.key))
  return {
    uri,
    text: markdown.text,
    markdown,
    recognition,
    title: outline.title,
    documentId,
    status: readStatus(fields, template),
    fields,
    sections: outline.sections,
    entries,
    items,
    references: makeReferences(walked.passages, defined, documentId?.value),
    checkboxes: walked.checkboxes,
    placeholders: placeholdersIn(walked.passages),
    tables: walked.tables,
    suppressions: readSuppressions(markdown.text, walked.html),
    passages: walked.passages.map(({ passage }) => passage),
    opaque: walked.opaque,
    conflict: findConflict(markdown.text, walked.opaque),
  }
}

function placeholdersIn(passages: readonly OwnedPassage[]): Placeholder[] {
  const placeholders: Placeholder[] = []
  for (const { passage, scan } of passages) {
    const { start } = passage
    for (const found of scan.placeholders) {
      placeholders.push({ span: { start: start + found.start, end: start + found.end }, text: found.text })
    }
    if ((passage.within === 'listItem' || passage.within === 'cell') && scan.whole) {
      const { whole } = scan
      placeholders.push({ span: { start: start + whole.start, end: start + whole.end }, text: whole.text })
    }
  }
  return placeholders
}
