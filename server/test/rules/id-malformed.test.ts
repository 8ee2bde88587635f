import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'
import { LOOSE } from './support/loose-spec'

describe('id/malformed', () => {
  test('broken IDs where an item of the kind begins', () => {
    expectMarks(
      'id/malformed',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ_002]** The system MUST mail a link.
      ^^^^^^^ id/malformed REQ-002
3. **[REQ 003]** The system MUST keep exports for 30 days.
      ^^^^^^^ id/malformed REQ-003
4. **[REQ-]** The system MAY sign exports.
      ^^^^ id/malformed
`),
    )
  })

  test('fewer digits than zero-padded siblings', () => {
    expectMarks(
      'id/malformed',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.
3. **[REQ-3]** The system MUST keep exports for 30 days.
      ^^^^^ id/malformed write REQ-003
4. **[REQ-1000]** The system MAY sign exports.
`),
    )
  })

  test('unpadded families, areas of their own and two levels are no mistake', () => {
    expectMarks(
      'id/malformed',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.
3. **[REQ-UI-1]** The system MUST show a button.

### Acceptance Criteria
- [ ] **AC-9**: Given a, when b, then c
- [ ] **AC-10**: Given a, when b, then c

### Implementation Plan
1. **Phase 1: Foundation**
   - [ ] Task 1.1: Write the job
`),
    )
  })

  test('a retired item keeps the ID that it had', () => {
    expectMarks(
      'id/malformed',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.
3. ~~**[REQ-3]** The system MUST print it.~~
`),
    )
  })

  test('prose that only looks like an ID is left alone', () => {
    expectMarks(
      'id/malformed',
      `${LOOSE}- REQ traffic is counted\n- AC power is out of scope\n- Test 3 browsers\n`,
    )
  })
})
