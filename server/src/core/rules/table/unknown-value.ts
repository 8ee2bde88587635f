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
      yield {
        span: cell.span,
        message: `“${cell.text}” is no value of “${title}”: write ${enumerate(values, 'or', false)}`,
        fixes: fixesFor(cell.text, values).map((value) => replacing(cell.span, value)),
      }
    }
  },
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

function replacing(span: { readonly start: number; readonly end: number }, value: string): Fix {
  return { title: `Write ${value}`, edits: () => [{ span, text: value }] }
}
