import type { Facts, Placed } from './facts'

/**
 * Called for each piece before its children.
 *
 * @param start absolute offset of the piece
 * @param ancestors the pieces around it, outermost first; valid during the call only
 * @returns `false` to leave out the children
 */
export type Visitor = (facts: Facts, start: number, ancestors: readonly Facts[]) => unknown

/**
 * Visits a tree of facts in document order, table rows and cells included.
 *
 * @param base absolute offset that the offsets of `placed` count from
 */
export function visit(placed: readonly Placed[], visitor: Visitor, base = 0): void {
  walk(placed, base, [], visitor)
}

function walk(placed: readonly Placed[], base: number, ancestors: Facts[], visitor: Visitor): void {
  for (const { offset, facts } of placed) {
    const start = base + offset
    if (visitor(facts, start, ancestors) === false) continue
    const children = childrenOf(facts)
    if (children.length === 0) continue
    ancestors.push(facts)
    walk(children, start, ancestors, visitor)
    ancestors.pop()
  }
}

/** What stands inside a piece, placed from its start. */
export function childrenOf(facts: Facts): readonly Placed[] {
  switch (facts.type) {
    case 'listItem':
    case 'quote':
    case 'footnote':
      return facts.children
    case 'table':
      return facts.rows
    case 'row':
      return facts.cells
    default:
      return []
  }
}
