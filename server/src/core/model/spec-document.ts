import type { MarkdownDocument } from '../markdown/document'
import type { Span as MarkedSpan } from '../markdown/facts'
import type {
  FieldDefinition,
  ItemKind,
  Role,
  SectionDefinition,
  Span,
  Stage,
  Template,
} from '../template/template'

/**
 * A specification as its readers see it: what was written, where, and what for. Immutable; made by `buildSpec` from
 * a Markdown document and the template that recognition chose. All positions are offsets into `text`, in UTF-16
 * code units; a `Span` is `[start, end)`.
 */
export interface SpecDocument {
  readonly uri: string
  readonly text: string
  readonly markdown: MarkdownDocument
  readonly recognition: Recognition
  readonly title: Title | undefined
  readonly documentId: Field | undefined
  readonly status: Status
  /** In document order; the first of a key wins where `field(key)` is asked for. */
  readonly fields: readonly Field[]
  /**
   * All sections in document order; `parent`, `children` make the tree. The first heading, where it is of level 1, is
   * the title and no section; headings in list items and quotations open none.
   */
  readonly sections: readonly Section[]
  /**
   * Every place where an item stands or should: with an ID, with a broken one, or with none. In document order. Without
   * an ID these are the list items that stand directly in a section with a role (or in a group there, as tasks in a
   * phase), list items beside siblings with IDs, rows of the table that the template has in the section, and rows without
   * an ID in a table of items. A line that only mentions the ID of an item defined in another place is no entry.
   */
  readonly entries: readonly Entry[]
  /** The entries that define an item: one for each definition, duplicates included. */
  readonly items: readonly Item[]
  /**
   * Every other place where an ID is named, in document order. A range gives its first end, what it implies, and its
   * last end; one of more than 500 gives its ends only.
   */
  readonly references: readonly Reference[]
  readonly checkboxes: readonly Checkbox[]
  readonly placeholders: readonly Placeholder[]
  readonly tables: readonly Table[]
  readonly suppressions: readonly Suppression[]
  /**
   * Passages of prose outside code, comments and front matter, in document order. A paragraph in which several lines open
   * an item (`**AC1**: …`) is one for each.
   */
  readonly passages: readonly Passage[]
  /**
   * Spans of fenced and indented code, HTML blocks, comments within a line, and front matter, in document order: nothing
   * is completed or judged there. Code spans are in `Passage.spans`.
   */
  readonly opaque: readonly Span[]
  /** First merge conflict mark, if any. */
  readonly conflict: Span | undefined
}

export interface Recognition {
  readonly kind: 'spec' | 'loose' | 'template' | 'none'
  /** The template it is a spec of; for a loose spec the one whose kinds and section names are borrowed. */
  readonly template: Template
  /** The mark that matched, a sentence for a person: `its document ID SPEC-2026-01-15-001 has the template's pattern`. */
  readonly reason: string
}

export interface Title {
  readonly text: string
  readonly span: Span
}

export interface Status {
  /** As written, without emphasis; `''` where there is none. */
  readonly raw: string
  /** The template's value that it stands for; `undefined` where unknown or absent. */
  readonly value: string | undefined
  /** What severities go by; `draft` where the status is unknown. */
  readonly stage: Stage
  /** Superseded, Rejected …: a value of the template's `lifecycle.closed`; `value` is `undefined` then. */
  readonly closed: boolean
  /** True while it still lists several values, as the template does; the list is among the `placeholders`. */
  readonly placeholder: boolean
  readonly field: Field | undefined
}

export interface Field {
  /** `FieldDefinition.key` of its definition, else the label in lower case. */
  readonly key: string
  readonly label: string
  readonly definition: FieldDefinition | undefined
  /** Value without emphasis, code marks and surrounding blanks. */
  readonly value: string
  /** `heading`: a section named like the status, with the value as its text. */
  readonly form: 'bold' | 'list' | 'table' | 'frontMatter' | 'plain' | 'heading'
  readonly span: Span
  readonly labelSpan: Span
  /** Where the value stands, without code marks or quotes around it; empty, at the place to type, where there is none. */
  readonly valueSpan: Span
}

export interface Section {
  /** Heading text without markup. */
  readonly title: string
  readonly depth: number
  readonly parent: Section | undefined
  readonly children: readonly Section[]
  /** The heading, whole. */
  readonly heading: Span
  /** Heading and all that stands under it, subsections included. */
  readonly span: Span
  /** What of the template it is, or `undefined`. */
  readonly definition: SectionDefinition | undefined
  /**
   * Role of the template section it matches, or of the nearest around that in the template; where it matches none, the
   * role of the section around it in the document.
   */
  readonly role: Role | undefined
}

/** A paragraph, cell, heading or first lines of a list item. */
export interface Passage {
  readonly start: number
  /** Masked text (see `Prose`): `text[i]` stands at `start + i`. */
  readonly text: string
  /** Offsets count from `start`. */
  readonly spans: readonly MarkedSpan[]
  readonly section: Section | undefined
  readonly within: 'heading' | 'paragraph' | 'listItem' | 'cell'
  /** The passage stands in a block quote. */
  readonly quoted: boolean
}

export interface Entry {
  readonly form: 'heading' | 'listItem' | 'row' | 'paragraph'
  /** The section in which it stands; for a heading the one that it opens. */
  readonly section: Section | undefined
  /** The whole entry, nested content included; for a heading its section, for a paragraph what stands under it too. */
  readonly span: Span
  /** The first passage: for a row the cell with the ID, or the first one. */
  readonly lead: Passage
  /**
   * What its lead says, the ID, its checkbox and brackets left out: without markup, code spans as their content,
   * whitespace collapsed. Of a row the cells that are not empty, that of the ID left out, joined by ` | `.
   */
  readonly text: string
  /** Where that text stands in the lead (for a row: in the following cells). */
  readonly textSpan: Span
  /** The passages it says it in: lead first, then continued paragraphs and nested bullets that are no items. */
  readonly passages: readonly Passage[]
  readonly id: ItemId | undefined
  /** What stands where an ID should and is none: `[REQ-]`, `REQ_001`. */
  /** An item with too few digits beside zero-padded siblings has both: `id`, and what that should be. */
  readonly malformed: MalformedId | undefined
  /**
   * By the prefix of the ID, sound or broken; without one the kind that should stand there: what the template has
   * directly in the section, else what its siblings are. `undefined` where no ID is asked for.
   */
  readonly kind: ItemKind | undefined
  /** By the kind, else by the section. */
  readonly role: Role | undefined
  readonly checkbox: Checkbox | undefined
  /** Struck through, or begun with `Retired:` or a word like it in capitals. */
  readonly retired: boolean
  /** Labelled nested lines (`Input: …`), lines of its text that begin with a part of its kind, cells by their header. */
  readonly parts: readonly Part[]
  /** The entry it is nested in, or the heading or paragraph with an ID under which it stands. */
  readonly parent: Entry | undefined
  /** Its lead is still the template's text: one of its item texts or rows, or nothing but a placeholder. */
  readonly untouched: boolean
}

/** An entry with an ID that it defines. */
export interface Item extends Entry {
  readonly id: ItemId
  readonly role: Role
}

export interface ItemId {
  /** As written, without brackets: `REQ-ALD-006`, `Task 1.1`. */
  readonly text: string
  /**
   * What equality goes by: prefix and rest in upper case joined by `-`, leading zeros left out. `REQ-001`, `req-1` and
   * `REQ1` are `REQ-1`; `Task 1.1` is `TASK-1.1`; `REQ-003e` is `REQ-3E`.
   */
  readonly key: string
  /** Upper case: `REQ`. */
  readonly prefix: string
  /** `ALD` in `REQ-ALD-006`, `020` in `REQ-020-064`; `''` where there is none. */
  readonly area: string
  /** Digits as written: `006`. For two levels `Task 2.1`: area `2`, number `1`. */
  readonly number: string
  /** Letter suffix: `e` in `REQ-003e`; else `''`. */
  readonly suffix: string
  /** The ID without brackets. */
  readonly span: Span
}

export interface MalformedId {
  readonly text: string
  readonly span: Span
  /** The well-formed ID it seems to mean, where that is plain. */
  readonly meant: string | undefined
}

export interface Part {
  readonly label: string
  readonly span: Span
  readonly valueSpan: Span
}

export interface Reference {
  readonly id: ItemId
  /** The entry in whose text it stands. */
  readonly from: Entry | undefined
  readonly passage: Passage
  /**
   * `true` where it was named only by a range, or by its number in a list (`REQ-001/002`); its span is then the whole
   * range or list. So is the last end of `REQ-001..004`, which is not written as an ID.
   */
  readonly implied: boolean
  /** The last end of `REQ-001..004`: `implied`, and yet written by the author, as a number. */
  readonly bareEnd: boolean
  /**
   * The sentence links to another file, or has the path of a Markdown file or a document ID of the template; or the ID is
   * qualified by that, or by the number, of another spec: what it names may live elsewhere. What the words around it mean
   * is not looked into.
   */
  readonly elsewhere: boolean
  /** The spec ID before the `#` of a qualified ID: `SPEC-2026-01-15-001`; `undefined` for a local one. */
  readonly qualifier: string | undefined
  /** It is all that a code span says (`` `[REQ-001]` ``): a mention to follow and to rename, not one to judge. */
  readonly code: boolean
}

export interface Checkbox {
  readonly checked: boolean
  /** The character between the brackets. */
  readonly mark: Span
  /** The list item, nested content included. */
  readonly span: Span
  /** Its own first paragraph, without marker, box and markup at its ends. */
  readonly textSpan: Span
  readonly section: Section | undefined
  readonly parent: Checkbox | undefined
  readonly children: readonly Checkbox[]
  /** By the item's kind, else by the section; `undefined` counts only in totals. */
  readonly role: Role | undefined
}

export interface Placeholder {
  readonly span: Span
  /** The template's text; of a status that lists several values, that list as written. */
  readonly text: string
}

export interface Table {
  readonly section: Section | undefined
  readonly span: Span
  readonly header: readonly Cell[]
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  readonly span: Span
  readonly cells: readonly Cell[]
}

export interface Cell {
  /** Visible text, trimmed. */
  readonly text: string
  readonly span: Span
  readonly passage: Passage
}

export interface Suppression {
  /** `unknown`: its command is none that there is, perhaps a misspelt one; it silences nothing. */
  readonly kind: 'disable' | 'enable' | 'next-line' | 'line' | 'file' | 'unknown'
  /** Empty: every rule. */
  readonly rules: readonly string[]
  readonly reason: string
  /** The comment. */
  readonly span: Span
  /** What it covers. */
  readonly covers: Span
}
