import type { Span } from '../../template/template'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { nearest } from '../support/nearest'
import { removing } from '../support/suppression-comment'

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
  fix: 'Names the rule that is nearest to it, or takes the name out of the comment.',
  *check({ spec, ruleNames }: RuleContext): Iterable<RuleFinding> {
    const known = new Set(ruleNames)
    for (const suppression of spec.suppressions) {
      const { span, rules } = suppression
      const source = spec.text.slice(span.start, span.end)
      for (const name of rules) {
        if (known.has(name) || name.startsWith('internal/')) continue
        const at = source.indexOf(name)
        const place = at < 0 ? span : { start: span.start + at, end: span.start + at + name.length }
        const meant = at < 0 ? undefined : nearest(name, ruleNames)
        yield {
          span: place,
          message: `There is no rule “${name}”${meant === undefined ? '' : `. Did you mean ${meant}?`}`,
          fixes: [
            ...(meant === undefined ? [] : [renaming(place, name, meant)]),
            removing(spec, suppression, [name]),
          ],
        }
      }
    }
  },
}

function renaming(span: Span, name: string, meant: string): Fix {
  return { title: `Change ${name} to ${meant}`, likely: true, edits: () => [{ span, text: meant }] }
}
