import type { ListItemFacts } from '../markdown/facts'
import type { Span } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import type { Checkbox, Passage, Section } from './spec-document'

/** The checkbox of a list item at its place; made at each key, as {@link Checkbox}es are handed out. */
export class PlacedCheckbox implements Checkbox {
  /** Known when the item is. */
  role: Checkbox['role']
  private inner: PlacedCheckbox[] | undefined = undefined

  /**
   * @param facts of an item that has a checkbox
   * @param lead the item's first passage
   */
  constructor(
    private readonly facts: ListItemFacts,
    readonly span: Span,
    private readonly lead: Passage,
    readonly parent: PlacedCheckbox | undefined,
  ) {
    this.role = lead.section?.role
    if (parent === undefined) return
    if (parent.inner === undefined) parent.inner = [this]
    else parent.inner.push(this)
  }

  get checked(): boolean {
    return this.facts.checked === true
  }

  get mark(): Span {
    const start = this.span.start + this.facts.box
    return { start, end: start + 1 }
  }

  get textSpan(): Span {
    const { start, text } = this.lead
    const from = skipBlanks(text, 0)
    return { start: start + from, end: start + trimEnd(text, from, text.length) }
  }

  get section(): Section | undefined {
    return this.lead.section
  }

  get children(): readonly PlacedCheckbox[] {
    return this.inner ?? NONE
  }
}

const NONE: readonly PlacedCheckbox[] = []
