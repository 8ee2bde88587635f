import type { SpecDocument, TableRow } from '../../model/spec-document'
import { lineEnd } from '../../text/lines'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { lineEndingOf } from '../support/move'

export const raggedRow: Rule = {
  name: 'table/ragged-row',
  summary: 'A row has more or fewer cells than its header.',
  reason:
    'What stands beyond the last column is not shown, and what is missing moves the rest to the wrong column.',
  bad: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | Low | High |
`,
  good: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | Low | High | The second one waits |
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Fills a short row with empty cells; parts a line of text from the table above it.',
  fixAll: true,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const { header, rows } of spec.tables) {
      for (const row of rows) {
        if (row.cells.length === header.length) continue
        yield isText(spec, row) ? textBelow(spec, row) : ragged(spec, row, header.length)
      }
    }
  },
}

/** A line directly below a table is a row of it, whatever its author meant. */
function isText({ text }: SpecDocument, { span }: TableRow): boolean {
  return !/(?<!\\)\|/.test(text.slice(span.start, span.end))
}

function textBelow({ text }: SpecDocument, { span }: TableRow): RuleFinding {
  const { start } = span
  const edit = { span: { start, end: start }, text: lineEndingOf(text) }
  return {
    span,
    message: 'This line is a row of the table above: put a blank line before it',
    fixes: [{ title: 'Insert a blank line before this line', edits: () => [edit] }],
  }
}

function ragged({ text }: SpecDocument, { span, cells }: TableRow, columns: number): RuleFinding {
  const missing = columns - cells.length
  const has = `This row has ${count(cells.length, 'cell')}, its header ${columns}`
  if (missing < 0) {
    const place = cells[columns]?.span ?? span
    return {
      span: place.end > place.start ? place : span,
      message: `${has}: what is too much is not shown; write “\\|” for a bar within a cell`,
    }
  }
  return { span, message: `${has}: fill it up`, fixes: [padding(text, span.end, missing)] }
}

function padding(text: string, from: number, missing: number): Fix {
  const end = lineEnd(text, from)
  const blanks = /[ \t]*$/.exec(text.slice(0, end).slice(-200))?.[0].length ?? 0
  const at = end - blanks
  const isClosed = text[at - 1] === '|' && text[at - 2] !== '\\'
  const cells = `${isClosed ? '' : ' |'}${'  |'.repeat(missing)}`
  return {
    title: `Add ${count(missing, 'empty cell')}`,
    safe: true,
    edits: () => [{ span: { start: at, end: at }, text: cells }],
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
