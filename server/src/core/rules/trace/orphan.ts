import type { Role } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { coverageOf } from '../support/coverage'
import { namesChecks } from '../support/criteria'
import { hasPlaceholder } from '../support/places'

export const orphan: Rule = {
  name: 'trace/orphan',
  summary: 'A criterion or test case answers nothing, where its siblings do.',
  reason: 'Either a requirement was never written down, or its ID was forgotten here.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an empty ledger, when it is exported, then the file holds the header (REQ-001)
- [ ] **AC-3**: Given an export, when it is done, then a link is mailed
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an empty ledger, when it is exported, then the file holds the header (REQ-001)
`,
  severity: ['hint', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  reach: ['criterion', 'test'],
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, index, recall } = context
    const coverage = context.once(coverageOf)
    for (const role of ROLES) {
      const items = index.items.filter((item) => item.role === role && !item.untouched && !item.retired)
      const idle = items.filter((item) => !coverage.answersAnything(item))
      // Where as many say nothing, that is how this document is written.
      if (items.length - idle.length < 2 || idle.length * 2 > items.length) continue
      const named = new Set(spec.references.map(({ from }) => from))
      for (const item of idle) {
        // One that names something which is not defined is spoken of already.
        if (hasPlaceholder(spec, item.textSpan) || named.has(item) || ANSWERS_IN_WORDS.test(item.text))
          continue
        if (role === 'criterion' && namesChecks(item, recall)) continue
        yield {
          span: item.id.span,
          message: `${item.id.text} answers nothing: name the requirement that it is for`,
        }
      }
    }
  },
}

/** “… (all)”, “… (scope)”: what it is for stands at its end, in words. */
const ANSWERS_IN_WORDS = /\([^()]{1,80}\)[\s*_.]*$/

const ROLES: readonly Role[] = ['criterion', 'test']
