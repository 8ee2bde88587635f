import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types'
import type { Item, Table } from '../../model/spec-document'
import type { ColumnDefinition, Role, TableDefinition } from '../../template/template'
import { afterLineEnd, lineEnd } from '../../text/lines'
import { tableAt } from '../support/lookup'
import { ROLE_NAMES } from '../support/words'
import { filterFor, isReplaceable, type Place, rangeOf, sortKey } from './place'
import { createFiller } from './snippet'

/** The cell in which the cursor stands: its source between the bars. */
interface CellSource {
  readonly column: number
  readonly start: number
  readonly end: number
}

/**
 * In a table: the values of the column, and at the beginning of an empty row the whole row, with the next free ID where
 * rows are items; in a row that says something already, the ID alone. Other cells are prose, in which IDs may be named.
 */
export function cells(place: Place): readonly CompletionItem[] | undefined {
  const table = tableHere(place)
  if (table === undefined) return undefined
  if (!isBodyRow(place, table)) return []
  const cell = cellAt(place)
  const columns = columnsOf(place, table)
  const values = columns[cell.column]?.values ?? []
  const typed = place.context.spec.text.slice(cell.start, place.offset)
  if (values.length > 0) return isReplaceable(typed, values) ? valueItems(place, cell, values) : undefined
  if (cell.column !== 0) return undefined
  const item = itemOfRow(place, table)
  if (isEmptyRow(place)) return rowItems(place, table, columns, item)
  return item && idItems(place, cell, item)
}

/** A row that begins with its bar; a row being typed below the last one may not be part of the table yet. */
function tableHere({ context, line }: Place): Table | undefined {
  if (!/^[ \t]*\|/.test(line.before)) return undefined
  const above = Math.max(0, line.start - 1)
  return (
    tableAt(context.spec, line.start) ??
    tableAt(context.spec, context.spec.text[above - 1] === '\r' ? above - 1 : above)
  )
}

/** Below the header and the delimiter row. */
function isBodyRow({ context, line }: Place, table: Table): boolean {
  const { text } = context.spec
  const delimiter = afterLineEnd(text, lineEnd(text, table.span.start))
  return line.start > lineEnd(text, delimiter)
}

function cellAt({ context, offset, line }: Place): CellSource {
  const { text } = context.spec
  let column = -1
  let start = line.start
  for (let at = line.start; at < offset; at++) {
    if (!isBar(text, at)) continue
    column++
    start = at + 1
  }
  let end = offset
  while (end < line.end && !isBar(text, end)) end++
  return { column, start, end }
}

/** A bar that parts cells: also within code, as GFM has it, unless escaped. */
function isBar(text: string, at: number): boolean {
  return text.charCodeAt(at) === 124 && text.charCodeAt(at - 1) !== 92
}

/** The columns of the template's table with these headings; the section's own table first. */
function columnsOf({ context }: Place, table: Table): readonly (ColumnDefinition | undefined)[] {
  const own = table.section?.definition?.table
  const others = context.template.sections.flatMap((section) => section.table ?? [])
  const known = [own, ...others].find((each) => each !== undefined && hasColumnsOf(each, table))
  return table.header.map((cell) => known?.columns.find((column) => sameTitle(column.title, cell.text)))
}

function hasColumnsOf(definition: TableDefinition, table: Table): boolean {
  const shared = definition.columns.filter((column) =>
    table.header.some((cell) => sameTitle(cell.text, column.title)),
  )
  return shared.length > 1
}

function sameTitle(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}

function valueItems(place: Place, cell: CellSource, values: readonly string[]): readonly CompletionItem[] {
  const { text } = place.context.spec
  const width = cell.end - cell.start
  const typed = text.slice(cell.start, place.offset)
  return values.map((value, index) => ({
    label: value,
    kind: CompletionItemKind.EnumMember,
    sortText: sortKey(index),
    // Clients that filter by what is typed would close the list at the blank behind the bar.
    filterText: ` ${filterFor(value, typed, values)}`,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(place, cell.start, cell.end), newText: ` ${value} `.padEnd(width) },
  }))
}

function isEmptyRow({ line }: Place): boolean {
  return /^[\s|]*$/.test(line.before + line.after)
}

function rowItems(
  place: Place,
  table: Table,
  columns: readonly (ColumnDefinition | undefined)[],
  item: NewRow | undefined,
): readonly CompletionItem[] | undefined {
  if (item === undefined && !columns.some((column) => column !== undefined)) return undefined
  const filler = createFiller(place.context)
  const newCells = table.header.map((_, column) => {
    return column === 0 && item !== undefined ? filler.text(item.cell) : filler.next(columns[column]?.values)
  })
  const start = place.line.end - (place.line.before + place.line.after).trimStart().length
  const label = item?.id ?? 'new row'
  return [
    {
      label,
      detail: item === undefined ? 'new row' : `new ${ROLE_NAMES[item.role]}`,
      kind: CompletionItemKind.Snippet,
      sortText: sortKey(0),
      filterText: `| ${label}`,
      insertTextFormat: InsertTextFormat.Snippet,
      textEdit: { range: rangeOf(place, start, place.line.end), newText: `| ${newCells.join(' | ')} |` },
    },
  ]
}

interface NewRow {
  readonly id: string
  readonly prefix: string
  readonly role: Role
  /** The cell that holds the ID. */
  readonly cell: string
}

/** What is typed of an ID in the first cell, and the marks around it. */
const BEGUN = /^(?<marks>[\s*_`[]*)(?<typed>(?:\p{L}[\p{L}\p{N}_.-]*(?: [\d.]*)?)?)$/u
const REST = /^[\p{L}\p{N}.-]*[\]*_`\s]*$/u

/** The next ID where the cell for it is empty or begins one; no mention, which would be a second definition. */
function idItems(
  place: Place,
  cell: CellSource,
  { id, prefix, role, cell: text }: NewRow,
): readonly CompletionItem[] {
  const source = place.context.spec.text
  const { marks = '', typed } = BEGUN.exec(source.slice(cell.start, place.offset))?.groups ?? {}
  const rest = source.slice(place.offset, cell.end)
  if (typed === undefined || !REST.test(rest) || !begins(typed, prefix)) return []
  const newText = ` ${text} `.padEnd(cell.end - cell.start)
  return [
    {
      label: id,
      detail: `next free ID of a ${ROLE_NAMES[role]}`,
      kind: CompletionItemKind.Reference,
      sortText: sortKey(0),
      filterText: marks.trim() + id,
      insertTextFormat: InsertTextFormat.PlainText,
      textEdit: { range: rangeOf(place, cell.start, cell.end), newText },
    },
  ]
}

function begins(typed: string, prefix: string): boolean {
  const [one, other] = [typed.toUpperCase(), prefix.toUpperCase()]
  return other.startsWith(one) || one.startsWith(other)
}

/** The next item where rows are items: as the last one of the table, else as the template has them. */
function itemOfRow(place: Place, table: Table): NewRow | undefined {
  const { spec, index } = place.context
  const last = spec.items.findLast(
    (item) => item.form === 'row' && table.span.start <= item.span.start && item.span.start < table.span.end,
  )
  if (last !== undefined) {
    const id = index.nextFree(last.id.prefix, last.id.area)
    return { id, prefix: last.id.prefix, role: last.role, cell: firstCell(place, last, id) }
  }
  const kind = table.section?.definition?.kinds.find(({ shape }) => shape?.form === 'row')
  if (kind?.shape === undefined) return undefined
  const id = index.nextFree(kind.prefix)
  const [before = '', after = ''] = [kind.shape.before, kind.shape.after].map((marks) =>
    marks.replace(/[|\s]/g, ''),
  )
  return { id, prefix: kind.prefix, role: kind.role, cell: before + id + after }
}

/** The marks around the ID above are put around this one too. */
function firstCell({ context }: Place, last: Item, id: string): string {
  const { text } = context.spec
  const { start, end } = last.id.span
  const before =
    /[^|\s\p{L}\p{N}]*$/u.exec(text.slice(Math.max(last.span.start, start - 8), start))?.[0] ?? ''
  const after = /^[^|\s\p{L}\p{N}]*/u.exec(text.slice(end, end + 8))?.[0] ?? ''
  return before + id + after
}
