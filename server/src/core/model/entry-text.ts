import type { Span } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import type { Draft, DraftRow } from './drafts'
import { CELL_JOINT } from './lexicon'
import type { Cell } from './spec-document'

/** What an entry says as its reader sees it; see `Entry.text`. */
export function textOf({ scan, passage, row, opening }: Draft, source: string): string {
  const { start } = passage
  if (row === undefined) return opening ? scan.text(source, start) : scan.display(source, start)
  const texts = saidBeside(row, opening !== undefined).map(({ text }) => text)
  const beside = opening ? scan.text(source, start) : ''
  return (beside === '' ? texts : [beside, ...texts]).join(CELL_JOINT)
}

/** Where it says that; see `Entry.textSpan`. */
export function textSpanOf({ scan, passage, row, opening }: Draft): Span {
  const { start, text } = passage
  if (row === undefined) {
    const from = opening === undefined ? skipBlanks(text, 0) : scan.textStart
    return {
      start: start + from,
      end: start + (opening === undefined ? trimEnd(text, from, text.length) : scan.textEnd),
    }
  }
  const cells = saidBeside(row, opening !== undefined)
  const from = cells[0]?.passage.start ?? row.row.cells[1]?.passage.start ?? start
  const last = cells.at(-1)?.passage
  return { start: from, end: last === undefined ? from : last.start + last.text.length }
}

/** The cells that say something: those behind the ID, or all where there is none. */
function saidBeside({ row }: DraftRow, hasId: boolean): readonly Cell[] {
  return row.cells.filter(({ text }, i) => text !== '' && !(hasId && i === 0))
}
