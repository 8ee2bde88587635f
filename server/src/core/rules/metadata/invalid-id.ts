import type { Rule, RuleContext, RuleFinding } from '../rule'
import { changingDocumentId, mistakeInDocumentId } from '../support/document-id'

export const invalidId: Rule = {
  name: 'metadata/invalid-id',
  summary: 'The document ID does not have the template’s form, or its date cannot exist.',
  reason: 'Other specs, code and tests name this one by its ID; tools find it by its form.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-02-30-001  
**Status**: Draft
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-02-28-001  
**Status**: Draft
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Proposes an ID with the date of Created, or of today, that no other spec has; what names the old one follows.',
  *check({ spec, template, today, surroundings }: RuleContext): Iterable<RuleFinding> {
    const mistake = mistakeInDocumentId(spec, template, today)
    if (mistake === undefined) return
    const { field, problem } = mistake
    const proposed = surroundings.elsewhere?.proposedDocumentId ?? mistake.proposed
    yield {
      span: field.valueSpan,
      message: problem,
      fixes: proposed === undefined ? [] : [changingDocumentId(spec, field, proposed)],
    }
  },
}
