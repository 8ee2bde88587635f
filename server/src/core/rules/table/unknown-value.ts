import type { Cell } from '../../model/spec-document'
import type { Span } from '../../template/template'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { nearest } from '../support/nearest'
import { templateCells } from '../support/template-tables'
import { enumerate, isNotApplicable } from '../support/wording'

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
    for (const { cell, column } of templateCells(spec)) {
      const { values, title } = column
      if (values.length === 0 || cell.text === '' || isKnown(cell.text, values)) continue
      const span = contentOf(cell)
      yield {
        span,
        message: `“${cell.text}” is no value of “${title}”: write ${enumerate(values, 'or', false)}`,
        fixes: fixesFor(cell.text, values).map((value) => replacing(span, value)),
      }
    }
  },
}

/** What the cell says, without the blanks and the bar beside it. */
function contentOf({ passage }: Cell): Span {
  const { text, start } = passage
  const from = text.length - text.trimStart().length
  return { start: start + from, end: start + text.trimEnd().length }
}

/** Other spellings of the words that templates give a scale by. */
const SPELLINGS: readonly (readonly string[])[] = [
  ['high', 'hi', 'h', 'major', 'severe', 'critical', 'very'],
  ['med', 'medium', 'm', 'mid', 'moderate', 'middle'],
  ['low', 'l', 'lo', 'minor', 'minimal', 'negligible'],
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

function replacing(span: Span, value: string): Fix {
  return { title: `Write ${value}`, edits: () => [{ span, text: value }] }
}
