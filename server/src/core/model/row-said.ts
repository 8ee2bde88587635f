import type { Draft, DraftRow } from './drafts'
import { CELL_JOINT, type Lexicon } from './lexicon'
import { isGivenUp, type Said } from './said'
import type { Cell } from './spec-document'

/** What a row says as its reader sees it, in several cells; offsets count from the start of its first cell. */
export function saidInRow(
  row: DraftRow,
  { lead, opening }: Draft,
  source: string,
  { variants }: Lexicon,
): Said {
  const beside = saidBeside(row, opening !== undefined)
  const inLead = opening ? lead.scan.text(source, lead.start) : ''
  const texts = beside.map(({ text }) => text)
  const text = (inLead === '' ? texts : [inLead, ...texts]).join(CELL_JOINT)
  const from = beside[0]?.passage.start ?? row.row.cells[1]?.passage.start ?? lead.start
  const last = beside.at(-1)?.passage
  const to = last === undefined ? from : last.start + last.text.length
  return {
    text,
    start: from - lead.start,
    end: to - lead.start,
    retired: isRetired(row, opening !== undefined, text),
    untouched: variants.has(text) || row.row.cells.every(({ passage }) => passage.scan.vacant),
  }
}

/** The cells that say something: those behind the ID, or all where there is none. */
function saidBeside({ row }: DraftRow, hasId: boolean): readonly Cell[] {
  return row.cells.filter(({ text }, i) => text !== '' && !(hasId && i === 0))
}

/** An item in a table keeps its ID when it is given up: its text is struck through, or says so before anything else. */
function isRetired({ row }: DraftRow, hasId: boolean, text: string): boolean {
  const scans = row.cells.map(({ passage }) => passage.scan)
  if (scans[0]?.struck || isGivenUp(text)) return true
  const said = scans.slice(hasId ? 1 : 0).filter(({ prose }) => prose.text.trim() !== '')
  return (
    said.some(({ prose }) => isGivenUp(prose.text)) || (said.length > 0 && said.every(({ struck }) => struck))
  )
}
