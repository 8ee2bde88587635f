import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'
import { LOOSE } from './support/loose-spec'

describe('id/missing', () => {
  test('an item without an ID among items that must have one', () => {
    expectMarks(
      'id/missing',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. The system MUST mail a link.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing REQ-002
   - with its size
   - with its date

### Acceptance Criteria
- [ ] Given a ledger, when it is exported, then a link is mailed
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing AC-1
`),
    )
  })

  test('a row with an empty cell where the others have their ID', () => {
    const text = specWith(`### Functional Requirements
| ID | Requirement |
|----|-------------|
| REQ-001 | The system MUST export the ledger |
|    | The system MUST mail a link |
|    |  |

| Case | Limit |
|------|-------|
|      | 10 MB |
`)
    const found = findingsIn(text).filter(({ rule }) => rule === 'id/missing')
    expect(found.map(({ message }) => message)).toEqual([
      'This requirement has no ID: begin it with REQ-002, the next one free',
    ])
    const start = text.indexOf('|    | The') + 1
    expect(found[0]?.span).toEqual({ start, end: start + 4 })
  })

  test('each is told a number of its own, in the order of the document', () => {
    expectMarks(
      'id/missing',
      specWith(`### Functional Requirements
1. The system MUST mail a link.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing with REQ-010
2. **[REQ-009]** The system MUST export the ledger.
3. The system MUST sign exports.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing with REQ-011

### Acceptance Criteria
- [ ] Given a ledger, when it is exported, then a link is mailed
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing with AC-1
- [ ] Given a link, when it is opened, then the file loads
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing with AC-2
`),
    )
  })

  test('a list of three or more without any ID is told so once, with the IDs that all of them need', () => {
    const text = specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. The system MUST mail a link.
3. The system MUST sign exports.
4. The system MUST count exports.

### Acceptance Criteria
- [ ] Given a ledger, when it is exported, then a link is mailed
- [ ] Given a link, when it is opened, then the file loads
- [ ] Given a file, when it is loaded, then its signature fits
`)
    const found = findingsIn(text).filter(({ rule }) => rule === 'id/missing')
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining('REQ-002'),
      expect.stringContaining('REQ-003'),
      expect.stringContaining('REQ-004'),
      'None of the 3 criteria here has an ID: begin this one with AC-1, and number on to AC-3',
    ])
    const mended = applyEdits(text, found[3]?.fixes?.[0]?.edits() ?? [])
    expect(mended).toContain(`- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- [ ] **AC-2**: Given a link, when it is opened, then the file loads
- [ ] **AC-3**: Given a file, when it is loaded, then its signature fits
`)
  })

  test('tasks are asked for IDs in a phase, and in a plan that numbers some; another plan is the author’s own', () => {
    const inPlan = (plan: string) => specWith(`### Implementation Plan\n${plan}`)
    expect(spokenOf('id/missing', inPlan('- [ ] Write the job\n- [ ] Mail the link\n'))).toEqual([])
    expect(spokenOf('id/missing', inPlan('- [ ] Task 1.1: Write the job\n- [ ] Mail the link\n'))).toEqual([
      'Mail the link',
    ])
    expect(
      spokenOf('id/missing', inPlan('1. **Phase 1: Base**\n   - [ ] Write the job\n   - [ ] Mail it\n')),
    ).toEqual(['Write the job', 'Mail it'])
  })

  test('what is no item needs none: groups, lead-ins, “N/A”, other sections', () => {
    expectMarks(
      'id/missing',
      specWith(`### Goals
- [ ] Exports without a spreadsheet

### Functional Requirements
- N/A – the export stays as it is

### Non-Functional Requirements
- **Performance**: 1,000 entries in 2 seconds

### Acceptance Criteria
- None yet

### Out of Scope
- Imports

### Implementation Plan
1. **Phase 1: Foundation**
   - [ ] Task 1.1: Write the job
2. **Phase 2: Mail**

### Test Coverage Requirements
- Unit tests for each format
`),
    )
  })

  test('a spec that follows no template is not asked for IDs', () => {
    expectMarks('id/missing', `${LOOSE}- The system must also sign.\n`)
  })

  test('is told the ID that its neighbours make it: the phase of a task, FR where the section has FR', () => {
    expectMarks(
      'id/missing',
      specWith(`### Functional Requirements
1. **FR-001**: The system MUST export the ledger.
2. The system MUST mail a link to it.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ id/missing with FR-002

### Implementation Plan
1. **Phase 1: Base**
   - [ ] Task 1.1: Read the ledger
   - [ ] Buy the parts
         ^^^^^^^^^^^^^ id/missing with Task 1.2
2. **Phase 2: Rest**
   - [ ] Task 2.1: Write the ledger
`),
    )
  })
})
