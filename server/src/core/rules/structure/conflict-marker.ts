import type { Rule, RuleContext, RuleFinding } from '../rule'

export const conflictMarker: Rule = {
  name: 'structure/conflict-marker',
  summary: 'A merge conflict was left unresolved; the other rules wait until it is gone.',
  reason:
    'Between conflict marks the same text stands twice, and what the other rules would say of it means nothing.',
  bad: `### Out of Scope
<<<<<<< HEAD
- Import of ledgers
=======
- Import of ledgers and invoices
>>>>>>> main
`,
  good: `### Out of Scope
- Import of ledgers and invoices
`,
  severity: ['error', 'error', 'error'],
  templateOnly: false,
  whenClosed: true,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    if (spec.conflict === undefined) return
    yield {
      span: spec.conflict,
      message:
        'Unresolved merge conflict: keep one side and delete the marks. The rest is checked once they are gone',
    }
  },
}
