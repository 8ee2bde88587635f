import { FILLER, type ListItemFacts } from '../../markdown/facts'
import { visit } from '../../markdown/walk'
import type { SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'

/** A list item without a checkbox of its own that has some below it: a phase of a plan. */
export interface ListGroup {
  /** What it says, without markup; `''` where it says nothing. */
  readonly label: string
  /** The list item, what is nested in it included. */
  readonly span: Span
  /** Offset of what it says. */
  readonly at: number
}

/** In document order. @param within leaves out what does not touch it */
export function listGroups({ markdown, text }: SpecDocument, within?: Span): readonly ListGroup[] {
  const groups: ListGroup[] = []
  const { start: from, end: to } = within ?? { start: 0, end: text.length }
  const blocks = markdown.blocks.filter(({ offset, facts }) => offset <= to && from <= offset + facts.length)
  visit(blocks, (facts, start) => {
    if (facts.type !== 'listItem' || facts.box >= 0 || !hasBoxes(facts)) return
    const first = facts.children[0]
    const says = first?.facts.type === 'paragraph' ? first.facts.prose : undefined
    const label = (says?.text ?? '').replaceAll(FILLER, ' ').replace(/\s+/g, ' ').trim()
    const span = { start, end: start + facts.length }
    groups.push({ label, span, at: start + (first?.offset ?? 0) + (says?.offset ?? 0) })
  })
  return groups
}

function hasBoxes({ children }: ListItemFacts): boolean {
  return children.some(({ facts }) => facts.type === 'listItem' && (facts.box >= 0 || hasBoxes(facts)))
}
