import type { CellFacts, Placed, RowFacts, TableFacts } from '../markdown/facts'
import { skipBlanks, trimEnd } from '../text/blanks'
import type { FieldContext, FoundField } from './found-field'
import { insideCode } from './labelled-lines'

/**
 * Fields of a table: of two columns, a label and a value in each row, the header too where that is a field and no
 * caption; of more columns, labels in the header and values in the only row. A table in which the template knows no
 * label has none.
 */
export function tableFields(table: TableFacts, start: number, context: FieldContext): FoundField[] {
  const [header, ...rows] = table.rows
  if (header === undefined) return []
  if (header.facts.cells.length === 2) {
    const fields = rows.flatMap((row) => pairField(row, row, start, context, 0, 1))
    const first = pairField(header, header, start, context, 0, 1).filter((field) => isValue(field, context))
    return [...first, ...fields].some(({ label }) => context.define(label)) ? [...first, ...fields] : []
  }
  const only = rows.length === 1 ? rows[0] : undefined
  if (only === undefined) return []
  const fields = header.facts.cells.flatMap((_, i) => pairField(header, only, start, context, i, i))
  const known = fields.filter(({ label }) => context.define(label))
  return known.length > 1 || known.some(({ label }) => context.define(label)?.type === 'status') ? fields : []
}

function pairField(
  labelRow: Placed<RowFacts>,
  valueRow: Placed<RowFacts>,
  start: number,
  context: FieldContext,
  labelAt: number,
  valueAt: number,
): FoundField[] {
  const labelCell = cellAt(labelRow, labelAt, start)
  const valueCell = cellAt(valueRow, valueAt, start)
  if (labelCell === undefined || valueCell === undefined) return []
  const label = spanOf(labelCell)
  const value = spanOf(valueCell)
  const name = context
    .scan(labelCell.facts.prose)
    .display(context.source, proseStart(labelCell))
    .replace(/\s*[:：]$/, '')
  if (name === '') return []
  const rowStart = start + valueRow.offset
  const { prose } = valueCell.facts
  const empty = valueCell.offset + (context.source[valueCell.offset] === '|' ? 1 : 0)
  const place = empty + (context.source[empty] === ' ' ? 1 : 0)
  return [
    {
      label: name,
      value: context.scan(prose).display(context.source, proseStart(valueCell)),
      form: 'table',
      span: { start: rowStart, end: rowStart + valueRow.facts.length },
      labelSpan: absolute(label, labelCell),
      valueSpan:
        value.start >= value.end
          ? { start: place, end: place }
          : insideCode(prose, proseStart(valueCell), value.start, value.end),
    },
  ]
}

/** A cell at its absolute offset. */
function cellAt(row: Placed<RowFacts>, index: number, start: number): Placed<CellFacts> | undefined {
  const cell = row.facts.cells[index]
  return cell && { offset: start + row.offset + cell.offset, facts: cell.facts }
}

function proseStart({ offset, facts }: Placed<CellFacts>): number {
  return offset + facts.prose.offset
}

/** The visible text of a cell, counted from the start of its prose. */
function spanOf({ facts }: Placed<CellFacts>): { start: number; end: number } {
  const { text } = facts.prose
  const start = skipBlanks(text, 0)
  return { start, end: trimEnd(text, start, text.length) }
}

function absolute(
  span: { start: number; end: number },
  cell: Placed<CellFacts>,
): { start: number; end: number } {
  return { start: proseStart(cell) + span.start, end: proseStart(cell) + span.end }
}

/** `| Status | Draft |` as a header is a field; `| Field | Value |` and `| ID | Description |` are captions. */
function isValue({ label, value }: FoundField, context: FieldContext): boolean {
  const definition = context.define(label)
  if (definition === undefined) return false
  if (definition.type !== 'status') return /\d|\[/.test(value)
  return value !== '' && !/^(?:value|description|details?|notes?|meaning)$/i.test(value)
}
