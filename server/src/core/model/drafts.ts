import type { Lead } from './lead'
import type { ProseScan } from './prose-scan'
import type { Cell, Checkbox, Entry, Passage, Section, TableRow } from './spec-document'

/**
 * A place where an item may stand, met while walking the document. Which drafts become entries, and which of those
 * define an item, is decided when all are known.
 */
export interface Draft {
  readonly form: Entry['form']
  readonly section: Section | undefined
  /** An item paragraph grows while the walk meets what stands under it. */
  readonly span: { start: number; end: number }
  /** What it opens with: its first passage. */
  readonly passage: Passage
  readonly scan: ProseScan
  /** The lead of that, where it may open an item of this form. */
  readonly opening: Lead | undefined
  readonly checkbox: OpenCheckbox | undefined
  /** The list item it is nested in, else the heading or paragraph with an ID under which it stands. */
  readonly parent: Draft | undefined
  /** Drafts with this one as their parent. */
  readonly nested: Draft[]
  readonly quoted: boolean
  readonly row: DraftRow | undefined
  decision: Decision
  entry: Entry | undefined
}

/**
 * `item`: defines an item. `entry`: should be one, and has a broken ID or none. `mention`: opens with the ID of an item
 * that is defined in another place. `group`: holds entries. `none`: a part of something else.
 */
export type Decision = 'item' | 'entry' | 'mention' | 'group' | 'none'

export interface DraftRow {
  readonly row: TableRow
  /** Number of its table among the document's. */
  readonly table: number
  readonly header: readonly Cell[]
  /** What the cells say. */
  readonly scans: readonly ProseScan[]
}

/** A passage, what its prose says, and the draft in whose text it stands. */
export interface OwnedPassage {
  readonly passage: Passage
  readonly scan: ProseScan
  readonly owner: Draft | undefined
}

/** A checkbox that is being put together: the same object is handed out, as a {@link Checkbox}. */
export interface OpenCheckbox extends Checkbox {
  readonly children: OpenCheckbox[]
  role: Checkbox['role']
}
