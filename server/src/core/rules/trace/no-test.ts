import type { Item } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { type Coverage, coverageOf } from '../support/coverage'
import { answeringItem } from '../support/new-item'
import { hasPlaceholder } from '../support/places'

export const noTest: Rule = {
  name: 'trace/no-test',
  summary: 'No test case answers a requirement, itself or by a criterion, where others are answered.',
  reason: 'It will break one day, and nobody will be told.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Test Cases
1. **[TEST-001]** Test export of an empty ledger (REQ-001)
   - Input: a ledger without entries
   - Expected: the header alone
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Test Cases
1. **[TEST-001]** Test export of an empty ledger (REQ-001, REQ-002)
   - Input: a ledger without entries
   - Expected: the header alone, and one letter
`,
  severity: ['hint', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Adds a test case that names it, to be filled in.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, index, settings } = context
    const coverage = coverageOf(context)
    if (!coverage.has('test') && !settings.traced.includes('test')) return
    const namesCriteria = index.items.some(
      (item) => item.role === 'criterion' && coverage.answeringRoles(item).has('test'),
    )
    for (const item of index.items) {
      const isJudged = item.role === 'requirement' || (item.role === 'criterion' && namesCriteria)
      if (!isJudged || item.untouched || item.retired || hasPlaceholder(spec, item.textSpan)) continue
      if (isTested(item, context, coverage)) continue
      const fix = answeringItem(index, 'test', item)
      yield {
        span: item.id.span,
        message: `No test case answers ${item.id.text}: name it in one`,
        fixes: fix === undefined ? [] : [fix],
      }
    }
  },
}

/** Down the chain and up it: by a test of its own, of a criterion that answers it, or of what it answers. */
function isTested(item: Item, { index }: RuleContext, coverage: Coverage): boolean {
  const isNamed = (one: Item) => coverage.answeringRoles(one).has('test')
  if (isNamed(item) || index.answeredBy(item).some(isNamed)) return true
  return item.role === 'criterion' && index.answers(item).some(isNamed)
}
