import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isToldAway } from '../support/told-away'

export const self: Rule = {
  name: 'reference/self',
  summary: 'An item names itself as what it answers.',
  reason: 'Another item was meant: what it should answer has nothing that answers it.',
  bad: `### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a file comes (AC-1)
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a file comes (REQ-001)
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const reference of spec.references) {
      const { id, from, implied, elsewhere, code, passage } = reference
      if (from?.id === undefined || implied || elsewhere || code || id.key !== from.id.key) continue
      const at = id.span.start - passage.start
      if (passage !== from.lead || !isAnswer(passage.text, at, at + id.span.end - id.span.start)) continue
      if (isToldAway(reference)) continue
      yield {
        span: id.span,
        message: `${id.text} names itself: name what it answers`,
      }
    }
  },
}

/** As a link is written: in brackets at the end, or behind a word such as “covers”. Else a text only speaks of itself. */
function isAnswer(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 200), start)
  const labelled =
    /\b(?:covers?|verif(?:y|ies)|satisf(?:y|ies)|implements?|answers?|traces? to|depends? on)\s*:?[\s[*]*$/i
  return (
    labelled.test(before) ||
    (/\([^()]*$/.test(before) && /^[^()]*\)[\s*_.]*(?:$|[\r\n])/.test(text.slice(end)))
  )
}
