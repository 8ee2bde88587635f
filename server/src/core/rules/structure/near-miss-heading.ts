import type { Rule, RuleContext, RuleFinding } from '../rule'
import { nearMisses } from '../support/near-misses'

export const nearMissHeading: Rule = {
  name: 'structure/near-miss-heading',
  summary: 'A heading almost has the name of a section of the template.',
  reason: 'Its content is then not counted, completed or checked as that section.',
  bad: `### Aceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  good: `### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  severity: ['info', 'info', 'info'],
  templateOnly: true,
  whenClosed: false,
  reach: 'nothing',
  fix: 'Gives the heading the name that the template has.',
  *check({ once }: RuleContext): Iterable<RuleFinding> {
    for (const { section, meant, rename } of once(nearMisses)) {
      yield {
        span: section.heading,
        message: `Did you mean “${meant.title}”? “${section.title}” is no section of the template`,
        fixes: rename === undefined ? [] : [rename],
      }
    }
  },
}
