import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('id/wrong-section', () => {
  test('a criterion among the requirements, and none where the section divides the criteria', () => {
    expectMarks(
      'id/wrong-section',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **AC-1**: Given a ledger, when it is exported, then a link is mailed
     ^^^^ id/wrong-section its place is “Acceptance Criteria”

### Acceptance Criteria

#### Functional Requirements
- [ ] **AC-2**: Given a link, when it is opened, then the file loads
`),
    )
  })
})
