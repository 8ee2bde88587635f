import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'

/** A spec that follows no template: two items with IDs make it one. */
const LOOSE = `# Ledger export

## Requirements
- **REQ-001**: The system must export the ledger.
- **REQ-002**: The system must mail a link.
`

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

describe('id/gap', () => {
  const series = (...lines: string[]) =>
    specWith(`### Functional Requirements\n${lines.map((line) => `${line}\n`).join('')}`)

  test('a number that is skipped, and one that stands after a higher one in its section', () => {
    const text = series(
      '1. **[REQ-001]** The system MUST export the ledger.',
      '2. **[REQ-003]** The system MUST mail a link.',
      '3. **[REQ-002]** The system MUST sign exports.',
      '4. **[REQ-005]** The system MUST count exports.',
    )
    expect(
      findingsIn(text)
        .filter(({ rule }) => rule === 'id/gap')
        .map(({ message }) => message),
    ).toEqual([
      'REQ-002 stands after REQ-003: move or renumber it',
      'REQ-005 follows REQ-002: REQ-004 is skipped',
    ])
  })

  test('sections that are ordered by subject go back to where their own numbers are', () => {
    const text = specWith(`### Functional Requirements

#### Export
- **[REQ-001]** The system MUST export the ledger.
- **[REQ-004]** The system MUST sign exports.

#### Mail
- **[REQ-002]** The system MUST mail a link.
- **[REQ-003]** The system MUST mail it once.
`)
    expect(spokenOf('id/gap', text)).toEqual([])
  })

  test('a lettered part fills its number', () => {
    const text = series(
      '- **[REQ-001]** The system MUST export the ledger.',
      '- **[REQ-003]** The system MUST mail a link.',
      '- **[REQ-002a]** The system MUST sign exports.',
    )
    expect(spokenOf('id/gap', text)).toEqual([])
  })

  test('numbers taken over from a larger series are not its own to close up', () => {
    const some = series(
      '- **[REQ-001]** The system MUST export the ledger.',
      '- **[REQ-004]** The system MUST mail a link.',
      '- **[REQ-009]** The system MUST sign exports.',
    )
    const later = series(
      '- **[REQ-021]** The system MUST export the ledger.',
      '- **[REQ-023]** The system MUST mail a link.',
    )
    expect([...spokenOf('id/gap', some), ...spokenOf('id/gap', later)]).toEqual([])
  })
})

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

describe('reference/unknown', () => {
  test('names the nearest that exist', () => {
    expectMarks(
      'reference/unknown',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed (REQ-022)
                                                                            ^^^^^^^ reference/unknown REQ-022 is not defined here. Did you mean REQ-002?
- [ ] **AC-2**: Given a link, when it is opened, then the file loads (REQ-002)
`),
    )
  })

  test('the same number under another prefix is meant before other numbers, and what is far is not offered', () => {
    const messages = findingsIn(`${LOOSE}- **REQ-UI-001**: The system must show a button.
- **REQ-UI-002**: The system must show a list.

Covers REQ-UI-003, REQ-UI-019 and REQ-004.
`)
      .filter(({ rule }) => rule === 'reference/unknown')
      .map(({ message }) => message)
    expect(messages).toEqual([
      'REQ-UI-003 is not defined here. Did you mean REQ-UI-002 or REQ-UI-001?',
      'REQ-UI-019 is not defined here',
      'REQ-004 is not defined here. Did you mean REQ-002?',
    ])
    expect(
      findingsIn(`${LOOSE}- **AC-019**: It works.
- **REQ-AC-001**: The system must work.

Covers REQ-AC-19.
`)
        .filter(({ rule }) => rule === 'reference/unknown')
        .map(({ message }) => message),
    ).toEqual(['REQ-AC-19 is not defined here. Did you mean AC-019?'])
  })

  test('a range is checked at its ends', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}
Covers [REQ-001] through [REQ-002]. Covers REQ-001 through REQ-009.
                                                           ^^^^^^^ reference/unknown
Covers REQ-001..009 and REQ-001..002.
       ^^^^^^^^^^^^ reference/unknown REQ-009 is not defined
`,
    )
  })

  test('IDs that may live elsewhere, lettered parts, history and code are left alone', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}
- See REQ-040 in design.md and the login spec’s REQ-041.
- SPEC-2026-01-01-001#REQ-042 goes first.
- As [REQ-043](../login/spec.md) says.
- REQ-001b is the second sentence of REQ-001.
- REQ-044 was removed in the second draft.
- REQ-UI-001 and AC-7 are of families that nothing here defines.
- \`REQ-045\` is how one writes it.
- UTF-8, SHA-256 and GH-24 are no IDs.
`,
    )
  })

  test('a family of which more is named than defined is another document’s', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}\n| ID | Seen |\n|---|---|\n${[3, 4, 5].map((n) => `| see REQ-00${n} | yes |\n`).join('')}`,
    )
  })

  test('a history, words next to the ID or a passage that tells of another document excuse what is named', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}
REQ-041 wurde gestrichen. REQ-046 and REQ-047 were dropped (removed: REQ-048). Formerly REQ-049.
~~REQ-050~~ See REQ-051 of the guidelines spec. REQ-045 は削除された。
As established in **login-flow**: REQ-042 signs in. REQ-043 signs out.

## 7. Changelog

REQ-044 covers faxes.
`,
    )
  })

  test('what is said once of an ID holds wherever it is named, and in a criterion a remark in brackets says it', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}
- **AC-1**: Given a, when b, then c *(Merge: REQ-003 (presence) + REQ-004 (absence): one check)*

REQ-005 covered faxes. REQ-005 was removed.
`,
    )
  })

  test('words that tell what the software does excuse nothing', () => {
    expectMarks(
      'reference/unknown',
      `${LOOSE}
- **AC-1**: Given a user, when it is removed, then REQ-003 holds
                                                   ^^^^^^^ reference/unknown
- **AC-2**: Given an existing document, when it is saved, then it is listed (REQ-003)
                                                                             ^^^^^^^ reference/unknown
- **AC-3**: Given a file data.json, when it is merged (REQ-003), then it is kept
                                                       ^^^^^^^ reference/unknown
- **AC-4**: Given a reserved seat, when skipped, then it is free (REQ-003)
                                                                  ^^^^^^^ reference/unknown

#### Deleted items

The list follows REQ-003.
                 ^^^^^^^ reference/unknown
`,
    )
  })

  test('the definition behind a broken checkbox is not missed twice', () => {
    const text = specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a, when b, then c
- [ x] **AC-2**: Given a, when b, then c
`)
    const rules = findingsIn(text).map(({ rule }) => rule)
    expect(rules).toContain('checklist/malformed-box')
    expect(rules.filter((rule) => /^(?:id|reference)\//.test(rule))).toEqual([])
  })
})

test('a spec without a template gets ID findings and no lecture on its sections', () => {
  expect(findingsIn(`${LOOSE}- **REQ-002**: Twice.\n`).map(({ rule }) => rule)).toEqual(['id/duplicate'])
  expect(spokenOf('metadata/missing-field', LOOSE)).toEqual([])
})
