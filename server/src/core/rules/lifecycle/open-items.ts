import type { Role } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { head } from '../support/places'
import { enumerate, QUOTED } from '../support/wording'

export const openItems: Rule = {
  name: 'lifecycle/open-items',
  summary: 'A specification is implemented, and criteria or its Definition of Done are open.',
  reason: 'Either the work is not done, or nobody can see that it is.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Implemented

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Implemented

### Acceptance Criteria
- [x] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  severity: ['off', 'off', 'info'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    const { status } = spec
    if (status.stage !== 'implemented') return
    const counts = ROLES.flatMap(([role, name]) => {
      const boxes = spec.checkboxes.filter((box) => box.role === role)
      const open = boxes.filter(({ checked }) => !checked)
      return open.length === 0 ? [] : [{ name, open, total: boxes.length }]
    })
    if (counts.length === 0) return
    const verb = counts.length === 1 && counts[0]?.open.length === 1 ? 'is' : 'are'
    const told = counts.map(({ name, open, total }) => `${open.length} of ${total} ${name}`)
    yield {
      span: status.field?.valueSpan ?? head(spec),
      message: `The status is “${shorten(status.raw, QUOTED)}”, and ${enumerate(told, 'and', false)} ${verb} open: tick what is done`,
      related: counts.flatMap(({ name, open }) =>
        open
          .slice(0, 1)
          .map(({ textSpan }) => ({ span: textSpan, message: `The first open one of the ${name}` })),
      ),
    }
  },
}

const ROLES: readonly (readonly [Role, string])[] = [
  ['criterion', 'acceptance criteria'],
  ['done', 'items of the Definition of Done'],
]
