import type { Section } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'

export const wrongSection: Rule = {
  name: 'id/wrong-section',
  summary: 'An item stands in the section of another kind.',
  reason: 'It is not found where it is looked for, and counted with what it is not.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[TEST-001]** Test export of an empty ledger

### Test Cases
1. **[TEST-002]** Test export of a ledger with one entry
   - Input: one entry
   - Expected: two lines
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Test Cases
1. **[TEST-001]** Test export of an empty ledger
   - Input: a ledger without entries
   - Expected: the header alone
`,
  severity: ['info', 'info', 'info'],
  templateOnly: true,
  whenClosed: false,
  reach: 'nothing',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const { id, kind, section, form, retired } of spec.items) {
      const kinds = section?.definition?.kinds ?? []
      if (retired || kind?.shape === undefined || kinds.length === 0 || form === 'row') continue
      if (isWithinHome(section, kind.role)) continue
      yield {
        span: id.span,
        message: `${id.text} stands in “${section?.title}”: its place is “${kind.shape.home}”`,
      }
    }
  },
}

/** “Functional Requirements” within “Acceptance Criteria” divides the criteria: what stands there is in its place. */
function isWithinHome(section: Section | undefined, role: Role): boolean {
  for (let at = section; at !== undefined; at = at.parent) {
    if (at.definition?.kinds.some((kind) => kind.role === role)) return true
  }
  return false
}
