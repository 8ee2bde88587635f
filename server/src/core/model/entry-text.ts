import type { Span } from '../template/template'
import type { Draft, DraftRow } from './drafts'
import { CELL_JOINT } from './lexicon'
import type { Cell } from './spec-document'

/** What a row says as its reader sees it; see `Entry.text`. */
export function textOfRow(row: DraftRow, { scan, lead, opening }: Draft, source: string): string {
  const texts = saidBeside(row, opening !== undefined).map(({ text }) => text)
  const beside = opening ? scan.text(source, lead.start) : ''
  return (beside === '' ? texts : [beside, ...texts]).join(CELL_JOINT)
}

/** Where it says that; see `Entry.textSpan`. */
export function textSpanOfRow(row: DraftRow, { lead, opening }: Draft): Span {
  const cells = saidBeside(row, opening !== undefined)
  const from = cells[0]?.passage.start ?? row.row.cells[1]?.passage.start ?? lead.start
  const last = cells.at(-1)?.passage
  return { start: from, end: last === undefined ? from : last.start + last.text.length }
}

/** The cells that say something: those behind the ID, or all where there is none. */
function saidBeside({ row }: DraftRow, hasId: boolean): readonly Cell[] {
  return row.cells.filter(({ text }, i) => text !== '' && !(hasId && i === 0))
}
