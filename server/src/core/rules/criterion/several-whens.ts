import type { Rule, RuleContext, RuleFinding } from '../rule'
import { withoutQuotations } from '../support/prose'
import { wholeWords } from '../support/whole-words'
import { languages } from '../words/index'

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
  reach: 'entry',
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (entry.role !== 'criterion' || entry.untouched || entry.retired || entry.id === undefined) continue
      const openings = entry.passages.flatMap(({ start, text }) =>
        recall(openingsOf, text).map((opening) => ({ ...opening, start: start + opening.start })),
      )
      const second = secondWhen(openings)
      if (second === undefined) continue
      yield {
        span: { start: second.start, end: second.start + second.word.length },
        message: `${entry.id.text} has more than one When: make a criterion of each`,
      }
    }
  },
}

const CLAUSE = new RegExp(
  `(?:^|[,;.:\\n]|${wholeWords(({ and = [], clauses }) => [...and, ...(clauses.get('then') ?? []), 'but'])})[\\s*_]*` +
    `(${wholeWords(({ clauses }) => [...clauses.values()].flat())})`,
  'giu',
)

interface Opening {
  readonly word: string
  readonly start: number
}

/** The clause words of a text that stand where a clause can begin; offsets count from its start. Pure. */
function openingsOf(text: string): readonly Opening[] {
  return Array.from(withoutQuotations(text).matchAll(CLAUSE), ({ index, 0: whole, 1: word = '' }) => ({
    word: word.toLowerCase(),
    start: index + whole.length - word.length,
  }))
}

const WHENS = new Set(languages.flatMap(({ clauses }) => clauses.get('when') ?? []))

/** The first When behind a Then, or behind another When, that no Given of its own begins. */
function secondWhen(openings: readonly Opening[]): Opening | undefined {
  // Nearly every criterion has one, and needs no language told.
  if (openings.filter(({ word }) => WHENS.has(word)).length < 2) return undefined
  for (const { clauses } of languages) {
    const [whens = [], thens = []] = [clauses.get('when'), clauses.get('then')]
    let acted = false
    for (const [place, opening] of openings.entries()) {
      const before = openings[place - 1]?.word ?? ''
      if (acted && whens.includes(opening.word) && [...whens, ...thens].includes(before)) return opening
      acted ||= whens.includes(opening.word)
    }
  }
  return undefined
}
