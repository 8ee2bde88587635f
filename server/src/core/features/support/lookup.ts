import { sectionAt } from '../../model/section-at'
import type { Checkbox, Entry, Passage, Section, SpecDocument, Table } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { lastStartingBefore } from '../../text/search'

/** A template is written in, not judged or counted: it gets hover and completion only. */
export function isSpec({ recognition }: SpecDocument): boolean {
  return recognition.kind === 'spec' || recognition.kind === 'loose'
}

/** A heading and what it counts: a section, or the title with the whole document. */
export interface Headed {
  readonly title: string
  readonly heading: Span
  readonly span: Span
  /** `undefined`: the title. */
  readonly section: Section | undefined
}

/** All headings in document order, the title first. */
export function headingsOf(spec: SpecDocument): readonly Headed[] {
  const sections = spec.sections.map((section) => headed(section))
  const title = titleOf(spec)
  return title === undefined ? sections : [title, ...sections]
}

/** Where a heading's own part of the document ends: that of the title with the next heading of its level. */
export function reachOf(spec: SpecDocument, { section, span }: Headed): number {
  if (section !== undefined) return span.end
  return spec.sections.find(({ depth }) => depth === 1)?.heading.start ?? span.end
}

/** The heading whose line holds an offset. */
export function headingAt(spec: SpecDocument, offset: number): Headed | undefined {
  const section = sectionAt(spec, offset)
  const found = section === undefined ? titleOf(spec) : headed(section)
  return found !== undefined && contains(found.heading, offset) ? found : undefined
}

function headed(section: Section): Headed {
  return { title: section.title, heading: section.heading, span: section.span, section }
}

function titleOf({ title, text }: SpecDocument): Headed | undefined {
  if (title === undefined) return undefined
  const span = { start: title.span.start, end: text.length }
  return { title: title.text, heading: title.span, span, section: undefined }
}

/** Passage that holds an offset, its end included: the place where typing would extend it. */
export function passageAt(spec: SpecDocument, offset: number): Passage | undefined {
  const passage = spec.passages[lastStartingBefore(spec.passages, offset, (each) => each.start)]
  return passage !== undefined && offset <= passage.start + passage.text.length ? passage : undefined
}

/** Innermost entry that holds an offset, its end included. */
export function entryAt(spec: SpecDocument, offset: number): Entry | undefined {
  let at: Entry | undefined =
    spec.entries[lastStartingBefore(spec.entries, offset, (entry) => entry.span.start)]
  while (at !== undefined && offset > at.span.end) at = at.parent
  return at
}

/** Those of the checkboxes, which stand in document order, whose mark lies in a span. */
export function checkboxesIn(checkboxes: readonly Checkbox[], { start, end }: Span): readonly Checkbox[] {
  const mark = (checkbox: Checkbox) => checkbox.mark.start
  return checkboxes.slice(
    lastStartingBefore(checkboxes, start - 1, mark) + 1,
    lastStartingBefore(checkboxes, end - 1, mark) + 1,
  )
}

/** Table that holds an offset; a line typed directly below it is its next row, so the end of its last line counts. */
export function tableAt(spec: SpecDocument, offset: number): Table | undefined {
  const table = spec.tables[lastStartingBefore(spec.tables, offset, (each) => each.span.start)]
  return table !== undefined && offset <= table.span.end ? table : undefined
}

/** Span of the sorted list that an offset is strictly inside of, or at the end of: typing there extends it. */
export function spanAround(spans: readonly Span[], offset: number): Span | undefined {
  const span = spans[lastStartingBefore(spans, offset - 1, (each) => each.start)]
  return span !== undefined && offset <= span.end ? span : undefined
}

export function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end
}
