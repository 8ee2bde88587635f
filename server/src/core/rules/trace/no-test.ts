import type { Item } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { answersOtherwise, type Coverage, coverageOf } from '../support/coverage'
import { isOnCode, isOnCodeOtherwise } from '../support/criteria'
import { hasPlaceholder } from '../support/places'
import { unansweredFindings } from '../support/unanswered'

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
  reach: (change, { recall }) => answersOtherwise(change) || isOnCodeOtherwise(change, recall),
  fix: 'Adds a test case that names it, to be filled in.',
  check(context: RuleContext): Iterable<RuleFinding> {
    const { spec, index, settings, recall, once } = context
    const each = settings.traced.includes('test')
    const coverage = once(coverageOf)
    if (!each && !coverage.isHabit('test')) return []
    const items = index.items.filter((item) => !item.untouched && !item.retired)
    const isMissed = (item: Item) =>
      !hasPlaceholder(spec, item.textSpan) && !isTested(item, context, coverage)
    const isJudged = ({ role }: Item) => role === 'requirement' || (role === 'criterion' && namesCriteria)
    const namesCriteria = items.some((item) => item.role === 'criterion' && coverage.isAnswered(item, 'test'))
    const judged = items.filter(isJudged)
    const missed = judged.filter((item) => {
      if (!isMissed(item)) return false
      // A test of what it answers is asked for already, and would do for both.
      if (item.role === 'criterion') return !index.answers(item).some((one) => !one.retired && isMissed(one))
      return each || !isOnCode(item, recall)
    })
    const noun = namesCriteria ? 'requirements and criteria' : 'requirements'
    const message = (names: string) => `No test case answers ${names}: name it in one`
    return unansweredFindings({ index, role: 'test', judged, missed, each, noun, message })
  },
}

/** Down the chain and up it: by a test of its own, of a criterion that answers it, or of what it answers. */
function isTested(item: Item, { index }: RuleContext, coverage: Coverage): boolean {
  const isNamed = (one: Item) => coverage.isAnswered(one, 'test')
  if (isNamed(item) || index.answeredBy(item).some(isNamed)) return true
  return item.role === 'criterion' && index.answers(item).some(isNamed)
}
