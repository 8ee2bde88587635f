import { describe, expect, test } from 'vitest'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'
import { builtInTemplate } from './support/spec-of'

describe('structure/placeholder', () => {
  test('each text of the template that was left is marked, and filled ones are not', () => {
    expectMarks(
      'structure/placeholder',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST [specific requirement]
                                 ^^^^^^^^^^^^^^^^^^^^^^ structure/placeholder “[specific requirement]”
2. **[REQ-002]** The system SHOULD mail a link.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when [action], then [expected result]
                                     ^^^^^^^^ structure/placeholder
                                                    ^^^^^^^^^^^^^^^^^ structure/placeholder
`),
    )
  })

  test('a label in brackets that is none of the template’s texts is content', () => {
    expectMarks(
      'structure/placeholder',
      specWith(`### Implementation Plan
1. **[Git Flow]** Branch from main
- [Step 1] Ask [the owner](https://example.com) for access
- \`[specific requirement]\` is what the template says
`),
    )
  })

  test('a status that lists all its values is one', () => {
    const text = specWith('', 'Draft | Review | Approved | Implemented')
    expect(spokenOf('structure/placeholder', text)).toEqual(['Draft | Review | Approved | Implemented'])
  })

  test('a section before the status it is due from may stay as it is', () => {
    const notes = `## Implementation Notes
[To be filled during implementation]
`
    expect(spokenOf('structure/placeholder', specWith(notes, 'Approved'))).toEqual([])
    expect(spokenOf('structure/placeholder', specWith(notes, 'Implemented'))).toEqual([
      '[To be filled during implementation]',
    ])
  })

  test('a fresh document yields placeholder hints and nothing else', () => {
    const findings = findingsIn(builtInTemplate().body)
    expect(findings.length).toBeGreaterThan(30)
    expect(new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(['structure/placeholder hint']),
    )
  })
})
