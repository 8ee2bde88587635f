import type { Item } from '../../model/spec-document'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { lineNumbers } from '../support/places'

export const duplicate: Rule = {
  name: 'id/duplicate',
  summary: 'An ID is defined twice in one spec.',
  reason: 'Whoever names it means one of two things, and nobody can tell which.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-001]** The system MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['error', 'error', 'error'],
  templateOnly: false,
  whenClosed: true,
  fix: 'Gives the later item the next free ID; what names the ID keeps meaning the first.',
  reach: ({ entries }, { index }) =>
    entries.some(({ id }) => id !== undefined && index.definitions(id.key).length > 1),
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    const lineOf = lineNumbers(spec.text)
    const issue = index.issuer()
    for (const item of spec.items) {
      const definitions = index.definitions(item.id.key)
      const first = definitions[0]
      if (definitions.length < 2 || first === undefined || first.id.span.start === item.id.span.start)
        continue
      if (isClause(first) && isClause(item)) continue
      const line = lineOf(first.id.span.start)
      const { prefix, area } = item.id
      const free = issue(prefix, area)
      yield {
        span: item.id.span,
        message: `${item.id.text} is already defined in line ${line} (“${shorten(first.text, 40)}”): the next free ID is ${free}`,
        related: [{ span: first.id.span, message: `${first.id.text} is first defined here` }],
        fixes: [
          {
            title: `Change this ${item.id.text} to ${free}`,
            edits: () => [{ span: item.id.span, text: free }],
          },
        ],
      }
    }
  },
}

/** A row whose first cell says more than the ID (`REQ-007 (first sentence)`) speaks of a part of an item. */
function isClause({ form, id, lead }: Item): boolean {
  return form === 'row' && /\p{L}/u.test(lead.text.slice(id.span.end - lead.start))
}
