import { describe, expect, test } from 'vitest'
import { expectMarks, findingsIn, specWith } from './support/judge'
import { LOOSE } from './support/loose-spec'

describe('id/duplicate', () => {
  test('the second definition is an error that names the first and the next free ID', () => {
    const fixture = specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.
3. **[REQ-001]** The system MUST keep exports for 30 days.
      ^^^^^^^ id/duplicate line 10
`)
    expectMarks('id/duplicate', fixture)
    const [finding] = findingsIn(fixture.replace(/^ +\^.*\n/m, '')).filter(
      ({ rule }) => rule === 'id/duplicate',
    )
    expect(finding).toMatchObject({ severity: 'error', message: expect.stringContaining('REQ-003') })
    expect(finding?.related).toHaveLength(1)
  })

  test('two that repeat are told two free IDs', () => {
    expectMarks(
      'id/duplicate',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-001]** The system MUST mail a link.
      ^^^^^^^ id/duplicate next free ID is REQ-002
3. **[REQ-001]** The system MUST keep exports for 30 days.
      ^^^^^^^ id/duplicate next free ID is REQ-003
`),
    )
  })

  test('padding and case do not make another ID', () => {
    expectMarks(
      'id/duplicate',
      `${LOOSE}- **REQ-2**: The system must sign exports.
    ^^^^^ id/duplicate line 5
`,
    )
  })

  test('a later checklist, a table of coverage and a plan that repeat an ID define nothing', () => {
    expectMarks(
      'id/duplicate',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed

## Definition of Done
- [ ] [REQ-001] done
- [x] **[REQ-002]** done
- [ ] **AC-1**: checked

| Requirement | Test |
|-------------|------|
| REQ-001 | TEST-001 |
| REQ-002 | TEST-002 |
`),
    )
  })

  test('areas, lettered parts and a heading above its own list item are different IDs or the same item', () => {
    expectMarks(
      'id/duplicate',
      `# Ledger export

## Requirements

### REQ-001: Export
- **REQ-001**: The system must export the ledger.
- **REQ-001a**: as CSV.
- **REQ-UI-001**: The system must show a button.
- **REQ-002**: The system must mail a link.
`,
    )
  })

  test('rows that say more than the ID in their first cell take an item apart, rows with the bare ID define it twice', () => {
    expectMarks(
      'id/duplicate',
      `# Ledger export

| Clause | What becomes of it |
|--------|--------------------|
| REQ-001 – export as CSV | stays |
| REQ-001 – export as XML | goes |
| REQ-002 | stays |
| REQ-002 | goes |
  ^^^^^^^ id/duplicate
| REQ-003 (as CSV) | stays |
| REQ-003 (as XML) | goes |
`,
    )
  })

  test('a retired item keeps its ID', () => {
    expectMarks(
      'id/duplicate',
      `${LOOSE}- **REQ-003**: ~~The system must fax.~~
- **REQ-003**: The system must sign.
    ^^^^^^^ id/duplicate
`,
    )
  })

  test('speaks in a closed document', () => {
    const text = specWith(
      '### Functional Requirements\n1. **[REQ-001]** The system MUST be fast.\n2. **[REQ-001]** It MUST mail.\n',
      'Superseded',
    )
    expect(findingsIn(text).map(({ rule }) => rule)).toEqual(['id/duplicate'])
  })
})
