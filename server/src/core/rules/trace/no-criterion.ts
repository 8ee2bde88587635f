import type { Rule, RuleContext, RuleFinding } from '../rule'
import { coverageOf } from '../support/coverage'
import { answeringItem } from '../support/new-item'
import { hasPlaceholder } from '../support/places'

export const noCriterion: Rule = {
  name: 'trace/no-criterion',
  summary: 'No acceptance criterion answers a requirement, where others are answered.',
  reason: 'Nobody has said how to tell that it is met.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is done, then a link is mailed (REQ-002)
`,
  severity: ['hint', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Adds a criterion that names the requirement, to be filled in.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, index, settings } = context
    const coverage = coverageOf(context)
    if (!coverage.has('criterion') && !settings.traced.includes('criterion')) return
    for (const item of index.items) {
      if (item.role !== 'requirement' || item.untouched || item.retired) continue
      if (hasPlaceholder(spec, item.textSpan) || coverage.answeringRoles(item).has('criterion')) continue
      const fix = answeringItem(index, 'criterion', item)
      yield {
        span: item.id.span,
        message: `No acceptance criterion answers ${item.id.text}: name it in one that says how to tell that it is met`,
        fixes: fix === undefined ? [] : [fix],
      }
    }
  },
}
