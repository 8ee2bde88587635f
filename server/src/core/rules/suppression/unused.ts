import type { Suppression } from '../../model/spec-document'
import { afterLineEnd, lineEnd, lineStart } from '../../text/lines'
import type { Edit, Judged, Rule, RuleContext, RuleFinding } from '../rule'
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
  *check({ spec }: RuleContext, judged: Judged): Iterable<RuleFinding> {
    for (const { suppression, rules } of judged.unused) {
      // A comment whose rules end at different places is several suppressions.
      const named = spec.suppressions.filter(({ span }) => span.start === suppression.span.start)
      const isPart = rules.length < named.flatMap((one) => one.rules).length
      const what = rules.length === 0 ? 'nothing' : `no ${enumerate(rules, 'or', false)}`
      yield {
        span: suppression.span,
        message: `This comment silences ${what} here: take it away`,
        fixes: [
          {
            title: isPart
              ? `Take ${enumerate(rules, 'and', false)} out of the comment`
              : 'Take the comment away',
            safe: true,
            edits: () => [
              isPart ? withoutRules(spec.text, suppression, rules) : withoutComment(spec.text, suppression),
            ],
          },
        ],
      }
    }
  },
}

function withoutRules(text: string, { span }: Suppression, rules: readonly string[]): Edit {
  const source = text.slice(span.start, span.end)
  const [command = '', ...rest] = source.split(/(?=\s--\s)/)
  const kept = rules.reduce(
    (left, rule) => left.replace(new RegExp(`,?\\s+${rule.replace(/[^\w/]/g, '\\$&')}(?=[\\s,]|-->|$)`), ''),
    command,
  )
  return { span, text: [kept.replace(/(specmark-[a-z-]+),/, '$1'), ...rest].join('') }
}

/** With its line where nothing else stands there, else with the blanks before it. */
function withoutComment(text: string, { span }: Suppression): Edit {
  const start = lineStart(text, span.start)
  const end = lineEnd(text, span.end)
  const before = text.slice(start, span.start)
  if (/^[ \t]*$/.test(before) && /^[ \t]*$/.test(text.slice(span.end, end))) {
    return { span: { start, end: afterLineEnd(text, end) }, text: '' }
  }
  const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0
  return { span: { start: span.start - blanks, end: span.end }, text: '' }
}
