import type { CellFacts, Placed, RowFacts, Span, TableFacts } from '../facts'
import { LineClassifier, type LineKind } from '../line-kind'
import { LineScanner } from '../line-scanner'
import { mayBeDelimiterRow } from '../line-starts'
import { plainProse } from './plain-prose'

const BACKSLASH = 92
const PIPE = 124
const SPACE = 32

/**
 * A table with rows, whose header and delimiter row begin with `|`. `undefined` where it is anything else.
 *
 * @param text a block, from the start of its first line on
 */
export function plainTable(text: string, margin: number): Placed<TableFacts> | undefined {
  const line = new LineScanner(text, 0, margin)
  const at = new LineClassifier()
  const rows: Placed<RowFacts>[] = []
  let count = 0
  let start = 0
  let columns = 0
  while (line.advance()) {
    if (line.isBlank) continue
    count++
    if (count === 2) {
      if (text.charCodeAt(line.first) !== PIPE || columnsOf(text, line.first, line.end) !== columns)
        return undefined
      continue
    }
    if (count > 2 && !isRowKind(at.classify(line))) return undefined
    const row = plainRow(text, line.first, line.end)
    if (row === undefined) return undefined
    if (count === 1) {
      if (text.charCodeAt(line.first) !== PIPE) return undefined
      start = line.first
      columns = row.cells.length
    }
    rows.push({ offset: line.first - start, facts: row })
  }
  const last = rows[rows.length - 1]
  if (last === undefined || count < 3) return undefined
  return { offset: start, facts: { type: 'table', length: last.offset + last.facts.length, rows } }
}

function isRowKind(kind: LineKind): boolean {
  return kind === 'text' || kind === 'bracket'
}

/** Columns that a delimiter row has; -1 where it is none. */
function columnsOf(text: string, first: number, end: number): number {
  if (!mayBeDelimiterRow(text, first, end)) return -1
  const cells = text.slice(first, end).trim().slice(1).replace(/\|$/, '').split('|')
  return cells.every((cell) => /^:?-+:?$/.test(cell.trim())) ? cells.length : -1
}

/** One line of a table; each `|` begins a cell, but for the last one, where nothing follows it. */
function plainRow(text: string, first: number, end: number): RowFacts | undefined {
  const starts = cellStarts(text, first, end)
  if (starts === undefined) return undefined
  const cells: Placed<CellFacts>[] = []
  for (const [index, start] of starts.entries()) {
    const isLast = index === starts.length - 1
    const cell = plainCell(text, start, starts[index + 1] ?? end, isLast)
    if (cell === undefined) return undefined
    cells.push({ offset: start - first, facts: cell })
  }
  return { type: 'row', length: end - first, cells }
}

function cellStarts(text: string, first: number, end: number): readonly number[] | undefined {
  let last = end
  while (last > first && text.charCodeAt(last - 1) === SPACE) last--
  const starts: number[] = text.charCodeAt(first) === PIPE ? [] : [first]
  for (let at = first; at < last; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1))) {
      // What ends the row may be the escaped one.
      if (++at === last - 1) return undefined
    } else if (code === PIPE && (at < last - 1 || starts.length === 0)) starts.push(at)
  }
  return last - first > 1 || starts[0] !== first || text.charCodeAt(first) !== PIPE ? starts : undefined
}

function isEscapable(code: number): boolean {
  return code === PIPE || code === BACKSLASH
}

function plainCell(text: string, start: number, end: number, isLast: boolean): CellFacts | undefined {
  const opening = text.charCodeAt(start) === PIPE ? 1 : 0
  let from = start + opening
  let to = end
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--
  if (isLast && to > from && text.charCodeAt(to - 1) === PIPE) to--
  while (to > from && text.charCodeAt(to - 1) === SPACE) to--
  while (from < to && text.charCodeAt(from) === SPACE) from++
  const length = end - start
  if (from === to) return { type: 'cell', length, prose: { offset: opening, text: '', spans: [] } }
  const prose = plainProse(text, from, to)
  if (prose === undefined) return undefined
  const spans = text.slice(from, to).includes('\\|') ? prose.spans.map(unescaped) : prose.spans
  return { type: 'cell', length, prose: { offset: from - start, text: prose.text, spans } }
}

/** Code in a table is the only code with escapes in it, those of `|`. */
function unescaped(span: Span): Span {
  if (span.type !== 'code') return span
  return { ...span, value: span.value.replace(/\\([\\|])/g, (pair, what) => (what === '|' ? what : pair)) }
}
