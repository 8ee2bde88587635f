import type { Rule, RuleContext, RuleFinding } from '../rule'

export const malformed: Rule = {
  name: 'id/malformed',
  summary: 'An item opens with a broken ID, or with fewer digits than its zero-padded siblings.',
  reason:
    'An ID that is not well-formed cannot be found, completed or linked to; REQ-7 beside REQ-008 sorts and searches badly.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ_002]** The system MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: false,
  whenClosed: true,
  reach: 'nothing',
  fix: 'Writes the ID well-formed; one without a number gets the next one free.',
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    const issue = index.issuer()
    for (const { malformed: broken, id, kind, untouched, retired } of spec.entries) {
      if (broken === undefined || untouched || retired) continue
      const { text, span, meant } = broken
      const problem =
        id === undefined ? `“${text}” is no well-formed ID` : `${text} has fewer digits than its siblings`
      // Without a number it is a new one; the next one free harms nobody.
      const wanted = meant ?? (kind === undefined ? undefined : issue(kind.prefix))
      yield {
        span,
        message: `${problem}: write ${wanted ?? 'its prefix, a dash and a number'}`,
        fixes:
          wanted === undefined
            ? []
            : [{ title: `Change ${text} to ${wanted}`, edits: () => [{ span, text: wanted }] }],
      }
    }
  },
}
