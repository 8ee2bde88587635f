import type { Lead } from './lead'
import type { ProseScan } from './prose-scan'
import type { Cell, Checkbox, Entry, Passage, Section, TableRow } from './spec-document'

/**
 * A place where an item may stand, met while walking the document. Which drafts become entries, and which of those
 * define an item, is decided when all are known. A class, since a document has thousands and they are made at each key.
 */
export class Draft {
  /** Drafts with this one as their parent. */
  nested: Draft[] | undefined
  decision: Decision = 'none'
  /** Of an entry: all passages that it says its text in, the lead first. */
  passages: Passage[] | undefined
  entry: Entry | undefined

  /**
   * @param span an item paragraph grows while the walk meets what stands under it
   * @param passage what it opens with: its first passage
   * @param scan what that says
   * @param opening the lead of that, where it may open an item of this form
   * @param parent the list item it is nested in, else the heading or paragraph with an ID under which it stands
   */
  constructor(
    readonly form: Entry['form'],
    readonly section: Section | undefined,
    readonly span: { start: number; end: number },
    readonly passage: Passage,
    readonly scan: ProseScan,
    readonly opening: Lead | undefined,
    readonly checkbox: OpenCheckbox | undefined,
    readonly parent: Draft | undefined,
    readonly quoted: boolean,
    readonly row: DraftRow | undefined,
  ) {
    if (parent === undefined) return
    if (parent.nested === undefined) parent.nested = [this]
    else parent.nested.push(this)
  }

  get isEntry(): boolean {
    return this.decision === 'item' || this.decision === 'entry'
  }
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

/** A checkbox that is being put together: the same object is handed out, as a {@link Checkbox}. */
export interface OpenCheckbox extends Checkbox {
  readonly children: OpenCheckbox[]
  role: Checkbox['role']
}
