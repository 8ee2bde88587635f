import type { Cell, SpecDocument, Table } from '../../model/spec-document'
import type { ColumnDefinition, Span } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { nearest } from '../support/nearest'
import { templateCells } from '../support/template-tables'
import { enumerate, isNotApplicable, QUOTED } from '../support/wording'

export const unknownValue: Rule = {
  name: 'table/unknown-value',
  summary: 'A cell holds none of the values that the template gives its column.',
  reason: 'Risks are compared and sorted by these words.',
  bad: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | Terrible | Low | The second one waits |
`,
  good: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | High | Low | The second one waits |
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Writes the nearest value, or one of them all.',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const { column, cells } of columnsOf(spec)) {
      const { values, title } = column
      const unknown = cells.filter(({ text }) => !isKnown(text, values))
      if (unknown.length === cells.length && isDescribed(unknown)) continue
      for (const cell of unknown) {
        const span = contentOf(cell)
        yield {
          span,
          message: `“${shorten(cell.text, QUOTED)}” is no value of “${title}”: write ${enumerate(values, 'or', false)}`,
          fixes: fixesFor(cell.text, values).map((value) => replacing(span, cell.text, value)),
        }
      }
    }
  },
}

interface Column {
  readonly column: ColumnDefinition
  /** Those that are not empty. */
  readonly cells: readonly Cell[]
}

/** The columns of each table for which the template has values. */
function* columnsOf(spec: SpecDocument): Iterable<Column> {
  const tables = new Map<Table, Map<ColumnDefinition, Cell[]>>()
  for (const { cell, column, table } of templateCells(spec)) {
    if (column.values.length === 0 || cell.text === '') continue
    const columns = tables.get(table) ?? new Map<ColumnDefinition, Cell[]>()
    const cells = columns.get(column) ?? []
    cells.push(cell)
    tables.set(table, columns.set(column, cells))
  }
  for (const columns of tables.values()) for (const [column, cells] of columns) yield { column, cells }
}

/** Every cell tells in words what others say by a value: what it costs, not how much. */
function isDescribed(cells: readonly Cell[]): boolean {
  return cells.length > 1 && cells.every(({ text }) => text.split(/\s+/).length >= WORDS)
}

const WORDS = 3

/** What the cell says, without the blanks and the bar beside it. */
function contentOf({ passage }: Cell): Span {
  const { text, start } = passage
  const from = text.length - text.trimStart().length
  return { start: start + from, end: start + text.trimEnd().length }
}

/** Other spellings of the words that templates give a scale by, and the words of other languages. */
const SPELLINGS: readonly (readonly string[])[] = [
  [
    'high',
    'hi',
    'h',
    'major',
    'severe',
    'critical',
    'very',
    'hoch',
    'alto',
    'alta',
    'élevé',
    'élevée',
    '高',
    '높음',
  ],
  [
    'med',
    'medium',
    'm',
    'mid',
    'moderate',
    'middle',
    'mittel',
    'medio',
    'media',
    'médio',
    'média',
    'moyen',
    'moyenne',
    '中',
    '중간',
    '보통',
  ],
  [
    'low',
    'l',
    'lo',
    'minor',
    'minimal',
    'negligible',
    'niedrig',
    'gering',
    'bajo',
    'baja',
    'basso',
    'bassa',
    'baixo',
    'baixa',
    'faible',
    '低',
    '낮음',
  ],
]
const OPEN = /^(?:[-–—?]+|tb[dc]|todo|unknown)/i

/** Its first word is one of them, however it goes on: “High (twice a year)”, “Medium–High”, “🔴 High”. */
function isKnown(text: string, values: readonly string[]): boolean {
  const word = /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase()
  if (word === undefined || OPEN.test(text) || isNotApplicable(text)) return true
  const known = values.map((value) => value.toLowerCase())
  if (known.some((value) => word === value || text.toLowerCase().startsWith(value))) return true
  return SPELLINGS.some(
    (spellings) => spellings.includes(word) && spellings.some((spelling) => known.includes(spelling)),
  )
}

function fixesFor(text: string, values: readonly string[]): readonly string[] {
  const meant = nearest(text, values)
  return meant === undefined ? values : [meant]
}

function replacing(span: Span, from: string, value: string): Fix {
  return { title: `Change “${shorten(from, 30)}” to ${value}`, edits: () => [{ span, text: value }] }
}
