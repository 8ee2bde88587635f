import { shorten } from '../../text/shorten'
import type { Judged, Rule, RuleContext, RuleFinding } from '../rule'
import { head } from '../support/places'
import { enumerate, QUOTED } from '../support/wording'

export const notReady: Rule = {
  name: 'lifecycle/not-ready',
  summary: 'A specification is approved or implemented while errors remain.',
  reason: 'Its status tells others that they may build on it.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Approved

## What (Requirements & Acceptance Criteria)

### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-001]** The system MUST mail a link to the export.
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Approved  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-16

## Why (Purpose & Context)
Accountants need the figures in their own tools.

## What (Requirements & Acceptance Criteria)

### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry

## How (Implementation Approach)
A job writes the file and mails a link.

## Testing Strategy
Export a ledger of each size and compare.

## Definition of Done
- [ ] Code reviewed and approved
`,
  severity: ['off', 'off', 'warning'],
  templateOnly: true,
  whenClosed: false,
  last: true,
  *check({ spec }: RuleContext, { findings }: Judged): Iterable<RuleFinding> {
    const errors = findings.filter(({ severity }) => severity === 'error')
    const [first] = errors
    if (first === undefined) return
    const rules = [...new Set(errors.map(({ rule }) => rule))]
    const shown = rules.length > MOST ? [...rules.slice(0, MOST), `${rules.length - MOST} more`] : rules
    const count = errors.length === 1 ? 'an error remains' : `${errors.length} errors remain`
    const status = shorten(spec.status.raw, QUOTED)
    yield {
      span: spec.status.field?.valueSpan ?? head(spec),
      message: `The status is “${status}”, and ${count} (${enumerate(shown, 'and', false)}): mend them, or set it back`,
      related: [{ span: first.span, message: first.message }],
    }
  },
}

const MOST = 4
