import type { Rule, RuleContext, RuleFinding } from '../rule'
import { answersOtherwise, coverageOf } from '../support/coverage'
import { isOnCode, isOnCodeOtherwise } from '../support/criteria'
import { hasPlaceholder } from '../support/places'
import { unansweredFindings } from '../support/unanswered'

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
  reach: (change, { recall }) => answersOtherwise(change) || isOnCodeOtherwise(change, recall),
  fix: 'Adds a criterion that names the requirement, to be filled in.',
  check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, index, settings, recall, once } = context
    const each = settings.traced.includes('criterion')
    const coverage = once(coverageOf)
    if (!each && !coverage.isHabit('criterion')) return []
    const judged = index.items.filter(
      (item) => item.role === 'requirement' && !item.untouched && !item.retired,
    )
    const missed = judged.filter(
      (item) =>
        !coverage.isAnswered(item, 'criterion') &&
        !hasPlaceholder(spec, item.textSpan) &&
        (each || !isOnCode(item, recall)),
    )
    const message = (names: string) =>
      `No acceptance criterion answers ${names}: name it in one that says how to tell that it is met`
    return unansweredFindings({
      index,
      role: 'criterion',
      judged,
      missed,
      each,
      noun: 'requirements',
      message,
    })
  },
}
