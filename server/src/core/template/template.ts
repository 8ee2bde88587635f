/** What an item is for. The words of requirements engineering; templates map their prefixes and sections to them. */
export type Role =
  | 'requirement'
  | 'criterion'
  | 'test'
  | 'task'
  | 'goal'
  | 'decision'
  | 'risk'
  | 'validation'
  | 'metric'
  | 'done'

/** A step of the lifecycle by which severities go. */
export type Stage = 'draft' | 'review' | 'approved' | 'implemented'

/** A place in a text: `[start, end)` in UTF-16 code units from its beginning. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A Markdown template read as a schema. Everything a spec is held against comes from here. Immutable. */
export interface Template {
  /** Name used in configs and reports: the `specmark.name` of its front matter. */
  readonly name: string
  /** What a new document gets, byte for byte. Spans below are offsets into it. */
  readonly body: string
  /** What the title says before its placeholder, `Specification` for `# Specification: [Name]`. */
  readonly titlePattern: RegExp | undefined
  readonly documentId: DocumentIdPattern | undefined
  readonly fields: readonly FieldDefinition[]
  /** All sections in document order; the tree is in `parent` and `children`. The title is not among them. */
  readonly sections: readonly SectionDefinition[]
  /** By every name that matches a heading; sections whose title it is stand before those that have it as an alias. */
  readonly sectionsByName: ReadonlyMap<string, readonly SectionDefinition[]>
  readonly kinds: readonly ItemKind[]
  readonly placeholders: readonly PlaceholderDefinition[]
  readonly lifecycle: Lifecycle
}

export interface DocumentIdPattern {
  /** As the template writes it: `SPEC-[YYYY-MM-DD]-[NUMBER]`. */
  readonly shape: string
  /** Matches a whole document ID; groups `date` and `number` where the shape has them. */
  readonly pattern: RegExp
  /** The front matter's `recognise.id`: also names that count as this template's when files are recognised. */
  readonly recognise: RegExp
}

export interface FieldDefinition {
  /** Lower-case label, used to find the field whatever form a document writes it in. */
  readonly key: string
  readonly label: string
  readonly type: 'id' | 'status' | 'date' | 'text'
  /** Allowed values in lifecycle order for a status, `[]` where anything goes. */
  readonly values: readonly string[]
  /** The template's own value, still to be replaced. */
  readonly placeholder: string
  /** The line of the template that gives it. */
  readonly line: string
  readonly aliases: readonly string[]
}

export interface SectionDefinition {
  readonly title: string
  readonly depth: number
  readonly parent: SectionDefinition | undefined
  readonly children: readonly SectionDefinition[]
  readonly required: boolean
  /** Status value from which the section is due; `undefined`: from the start. */
  readonly from: string | undefined
  readonly aliases: readonly string[]
  readonly role: Role | undefined
  /** Normalised names that match a heading (see `normaliseHeading`): the title and the aliases. */
  readonly names: readonly string[]
  /** The section in `Template.body`: heading line and all that stands under it, subsections included. */
  readonly span: Span
  /** Kinds of item that the template puts directly in this section. */
  readonly kinds: readonly ItemKind[]
  readonly table: TableDefinition | undefined
}

export interface ItemKind {
  /** As the template writes it: `REQ`, `AC`, `TEST`, `Task`. Compared without case. */
  readonly prefix: string
  readonly role: Role
  /** How the template writes an item of this kind; `undefined` for a prefix that only has a role (FR, SC …). */
  readonly shape: ItemShape | undefined
}

export interface ItemShape {
  /** What the template makes of an item. A heading's text and content, or a row's other cells, are its `sample`. */
  readonly form: 'listItem' | 'heading' | 'row'
  /** Between prefix and number: `-`, or a blank as in `Task 1.1`. */
  readonly separator: string
  /** Digits of a zero-padded number: 3 for `REQ-001`, 1 for `AC-1`. */
  readonly width: number
  /** Number levels: 1 for `REQ-001`, 2 for `Task 1.1`. */
  readonly levels: 1 | 2
  readonly bracketed: boolean
  readonly bold: boolean
  readonly checkbox: boolean
  /** Kind of list; `bullet` also where the form is no list item. */
  readonly list: 'ordered' | 'bullet'
  /** Depth of the heading, for items that are headings; else 0. */
  readonly depth: number
  /** All that stands before and after the ID, as written, list marker and checkbox left out: `**[` and `]** `. */
  readonly before: string
  readonly after: string
  /** Between the ID and the text: `': '` for `**AC-1**: Given`, `' '` for `**[REQ-001]** The`. */
  readonly afterId: string
  /** The first such item of the template after its ID, nested parts included, as written: the shape to insert. */
  readonly sample: string
  /** The distinct texts of the template's items of this kind, `sample` first: `The system SHOULD [specific …]`. */
  readonly variants: readonly string[]
  /** Clause words in order, lower case: `given`, `when`, `then`. `[]` where the kind has no clauses. */
  readonly clauses: readonly string[]
  /** Leading words of accepted other shapes, lower case: `edge case`. */
  readonly alternatives: readonly string[]
  /** Labels of nested parts: `Input`, `Expected`. */
  readonly parts: readonly string[]
  /** Title of the section the template puts the kind in. */
  readonly home: string
}

export interface TableDefinition {
  readonly columns: readonly ColumnDefinition[]
  /** The template's own body row, as written. */
  readonly row: string
}

export interface ColumnDefinition {
  readonly title: string
  /** Allowed values, `[]` where anything goes. */
  readonly values: readonly string[]
}

export interface PlaceholderDefinition {
  /** The exact text that is unfinished wherever it is left. */
  readonly text: string
  /** With brackets it counts anywhere in prose; without, only as the whole text of an item or cell. */
  readonly bracketed: boolean
}

export interface Lifecycle {
  /** The template's status values in lifecycle order. */
  readonly values: readonly string[]
  readonly stages: ReadonlyMap<string, Stage>
  /** Lower-case synonym → value. */
  readonly synonyms: ReadonlyMap<string, string>
  /** Lower-case values that close a document. */
  readonly closed: readonly string[]
}
