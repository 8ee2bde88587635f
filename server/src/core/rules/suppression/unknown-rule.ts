import type { Rule, RuleContext, RuleFinding } from '../rule'
import { nearest } from '../support/nearest'

export const unknownRule: Rule = {
  name: 'suppression/unknown-rule',
  summary: 'A suppression names no rule.',
  reason: 'It silences nothing, and whoever wrote it believes that it does.',
  bad: `## Why (Purpose & Context)
<!-- specmark-disable-next-line structure/placholder -- asked for on Monday -->
Accountants need the figures in their own tools.
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools.
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Names the rule that is nearest to it.',
  *check({ spec, ruleNames }: RuleContext): Iterable<RuleFinding> {
    const known = new Set(ruleNames)
    for (const { span, rules } of spec.suppressions) {
      const source = spec.text.slice(span.start, span.end)
      for (const name of rules) {
        if (known.has(name) || name.startsWith('internal/')) continue
        const at = source.indexOf(name)
        const place = at < 0 ? span : { start: span.start + at, end: span.start + at + name.length }
        const meant = nearest(name, ruleNames)
        yield {
          span: place,
          message: `There is no rule “${name}”${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
          fixes:
            meant === undefined || at < 0
              ? []
              : [{ title: `Name ${meant}`, edits: () => [{ span: place, text: meant }] }],
        }
      }
    }
  },
}
