import type { Judged, Rule, RuleContext, RuleFinding } from '../rule'
import { removing } from '../support/suppression-comment'
import { enumerate } from '../support/wording'

export const unused: Rule = {
  name: 'suppression/unused',
  summary: 'A suppression silences nothing.',
  reason: 'What it excused is mended; left there, it hides the next mistake.',
  bad: `## Why (Purpose & Context)
<!-- specmark-disable-next-line id/duplicate -- both are shown -->
Accountants need the figures in their own tools.
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  last: true,
  fix: 'Takes the comment away, or the rule out of it that it names in vain.',
  fixAll: true,
  *check({ spec }: RuleContext, judged: Judged): Iterable<RuleFinding> {
    for (const { suppression, rules } of judged.unused) {
      const what = rules.length === 0 ? 'nothing' : `no ${enumerate(rules, 'or', false)}`
      yield {
        span: suppression.span,
        message: `This comment silences ${what} here: take it away`,
        fixes: [{ ...removing(spec, suppression, rules), safe: true }],
      }
    }
  },
}
