import type { Cell, SpecDocument, Table } from '../../model/spec-document'
import { normaliseHeading } from '../../template/headings'
import type { ColumnDefinition, Role, TableDefinition } from '../../template/template'
import { hasPlaceholder } from './places'

/** A cell of a table that the template has, and the column it stands in. */
export interface TemplateCell {
  readonly cell: Cell
  readonly column: ColumnDefinition
  readonly table: Table
  /** What the first cell of its row says. */
  readonly row: string
  readonly role: Role | undefined
}

/** The cells of the tables that stand in a section in which the template has one, by the names of their columns. */
export function* templateCells(spec: SpecDocument): Iterable<TemplateCell> {
  for (const table of spec.tables) {
    const definition = table.section?.definition?.table
    if (definition === undefined) continue
    const columns = columnsOf(table, definition)
    for (const row of table.rows) {
      // A row in which anything is still as the template gives it is not yet written.
      if (row.cells.every(({ text }) => text === '') || hasPlaceholder(spec, row.span)) continue
      for (const [at, cell] of row.cells.entries()) {
        const column = columns[at]
        if (column === undefined) continue
        yield { cell, column, table, row: row.cells[0]?.text ?? '', role: table.section?.role }
      }
    }
  }
}

function columnsOf(
  { header }: Table,
  { columns }: TableDefinition,
): readonly (ColumnDefinition | undefined)[] {
  const byName = new Map(columns.map((column) => [normaliseHeading(column.title), column]))
  return header.map(({ text }) => byName.get(normaliseHeading(text)))
}
