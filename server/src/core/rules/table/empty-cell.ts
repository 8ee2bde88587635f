import type { Role } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { templateCells } from '../support/template-tables'
import { QUOTED } from '../support/wording'

export const emptyCell: Rule = {
  name: 'table/empty-cell',
  summary: 'A risk has no mitigation, or a decision no choice or no rationale.',
  reason: 'The empty cell is the one that the table was made for.',
  bad: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | High | Low | |
`,
  good: `## Risks & Mitigations

| Risk | Impact | Probability | Mitigation |
|------|--------|-------------|------------|
| Two exports at once | High | Low | The second one waits |
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const { cell, column, row, role } of templateCells(spec)) {
      if (cell.text !== '' || row === '' || !isWanted(role, column.title)) continue
      yield {
        span: cell.span,
        message: `“${shorten(row, QUOTED)}” has no ${column.title.toLowerCase()}: give one, or “N/A” and the reason`,
      }
    }
  },
}

/** The columns that a risk or a decision is written down for. */
function isWanted(role: Role | undefined, title: string): boolean {
  if (role === 'risk') return /mitigat|response|counter/i.test(title)
  return role === 'decision' && /choice|chosen|decision|rationale|reason/i.test(title)
}
