import type { Rule, RuleContext, RuleFinding } from '../rule'
import { withoutQuotations } from '../support/prose'

export const severalWhens: Rule = {
  name: 'criterion/several-whens',
  summary: 'An acceptance criterion has more than one When.',
  reason: 'Two actions in one criterion are two tests: when it fails, nobody knows which.',
  bad: `### Acceptance Criteria
- [ ] **AC-1**: Given a loan, when it is renewed, then it is due later, and when it is renewed again, then that is refused
`,
  good: `### Acceptance Criteria
- [ ] **AC-1**: Given a loan, when it is renewed, then it is due 14 days later
- [ ] **AC-2**: Given a renewed loan, when it is renewed again, then that is refused
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (entry.role !== 'criterion' || entry.untouched || entry.retired || entry.id === undefined) continue
      const { lead } = entry
      const second = recall(secondWhen, lead.text)
      if (second === undefined) continue
      const start = lead.start + second
      yield {
        span: { start, end: start + 'when'.length },
        message: `${entry.id.text} has more than one When: make a criterion of each`,
      }
    }
  },
}

const CLAUSE = /(^|[,;.:\n]|\b(?:and|then|but))([\s*_]*)(given|when|then)\b/gi

/** Offset of the second When that opens a clause after a Then; `undefined` where there is none. Pure. */
function secondWhen(text: string): number | undefined {
  const words: string[] = []
  for (const match of withoutQuotations(text).matchAll(CLAUSE)) {
    const word = (match[3] ?? '').toLowerCase()
    const begun = words.at(-1)
    // Within a Given or a When another one only says more of the same moment.
    if (word === 'when' && words.includes('when') && (begun === 'then' || begun === 'when')) {
      return match.index + match[0].length - word.length
    }
    words.push(word)
  }
  return undefined
}
