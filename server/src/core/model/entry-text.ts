import type { Span } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import type { Draft, DraftRow } from './drafts'
import { CELL_JOINT } from './lexicon'

/** `Entry.text` and `Entry.textSpan` of a draft. */
export function textOf(draft: Draft, source: string): { readonly text: string; readonly span: Span } {
  const { scan, passage, row, opening } = draft
  if (row !== undefined) return rowText(draft, row, source)
  const { start, text } = passage
  const from = opening?.textStart ?? skipBlanks(text, 0)
  return {
    text: opening === undefined ? scan.display(source, start) : scan.text(source, start),
    span: { start: start + from, end: start + trimEnd(text, from, text.length) },
  }
}

/** The cells behind the ID, and what the ID's own says beside it; all cells where there is no ID. */
function rowText(
  { scan, passage, opening }: Draft,
  { row }: DraftRow,
  source: string,
): { text: string; span: Span } {
  const others = (opening === undefined ? row.cells : row.cells.slice(1)).filter(({ text }) => text !== '')
  const beside = opening === undefined ? '' : scan.text(source, passage.start)
  const texts = others.map(({ text }) => text)
  const start = others[0]?.passage.start ?? row.cells[1]?.passage.start ?? passage.start
  const last = others.at(-1)?.passage
  return {
    text: (beside === '' ? texts : [beside, ...texts]).join(CELL_JOINT),
    span: { start, end: last === undefined ? start : last.start + last.text.length },
  }
}
