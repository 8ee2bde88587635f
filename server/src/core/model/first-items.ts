import type { Facts, Placed } from '../markdown/facts'
import { openingOf } from './openings'
import type { ProseScan } from './prose-scan'
import type { Entry } from './spec-document'
import type { Scan } from './walk-document'

/**
 * IDs of the first items that a document defines, as written: two at least where it has them, and few more. `Task 1` may
 * be a step of a tutorial and does not count.
 */
export function firstItems(blocks: readonly Placed[], scan: Scan): readonly string[] {
  const found = new Map<string, string>()
  collectItems(blocks, scan, found)
  return [...found.values()]
}

function collectItems(blocks: readonly Placed[], scan: Scan, found: Map<string, string>): void {
  for (const { facts } of blocks) {
    if (found.size > 1) return
    collectFrom(facts, scan, found)
  }
}

function collectFrom(facts: Facts, scan: Scan, found: Map<string, string>): void {
  switch (facts.type) {
    case 'heading':
      if (facts.depth > 1) note(scan(facts.prose), 'heading', found)
      return
    case 'paragraph':
      for (const piece of scan(facts.prose).pieces) note(piece.scan, 'paragraph', found)
      return
    case 'listItem': {
      const first = facts.children[0]?.facts
      if (first?.type === 'paragraph') note(scan(first.prose), 'listItem', found)
      collectItems(facts.children.slice(1), scan, found)
      return
    }
    case 'table':
      for (const row of facts.rows.slice(1)) {
        const cell = row.facts.cells[0]?.facts
        if (cell) note(scan(cell.prose), 'row', found)
      }
  }
}

function note(scan: ProseScan, form: Entry['form'], found: Map<string, string>): void {
  const id = openingOf(scan.lead, form, scan.prose)?.id
  if (id === undefined || (/\s/.test(id.text) && id.area === '')) return
  if (!found.has(id.key)) found.set(id.key, id.text)
}
