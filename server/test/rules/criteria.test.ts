import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('criterion/given-when-then', () => {
  test('missing and disordered clauses', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given an empty ledger, then the file holds the header alone
        ^^^^ criterion/given-when-then no When: write “Given …, when …, then …”, or “Edge case: …”
- [ ] **AC-2**: The export works
        ^^^^ criterion/given-when-then no Given, no When and no Then
- [ ] **AC-3**: When it is exported, then a link is mailed, given a ledger
        ^^^^ criterion/given-when-then out of order
`),
    )
  })

  test('one line, wrapped, a line each, bold, upper case, nested, in a fence, in another language', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- [ ] **AC-2**: Given a ledger that spans
  two years, when it is exported,
  then two files are written
- [ ] **AC-3**: **Given** a ledger  
  **When** it is exported  
  **Then** a link is mailed
- [ ] **AC-4**: GIVEN a ledger WHEN it is exported THEN a link is mailed
- [ ] **AC-5**: Export at night
  - Given a ledger
  - When midnight passes
  - Then it is exported
- [ ] **AC-6**: As a scenario
  \`\`\`gherkin
  Given a ledger
  When it is exported
  Then a link is mailed
  \`\`\`
- [ ] **AC-7**: Dato un registro, quando viene esportato, allora arriva un link
- **AC-8**: Given no box, when it is read, then it counts
`),
    )
  })

  test('the template’s other shape, placeholders, retired ones and “N/A” are accepted', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Edge case: two exports at once
- [ ] **AC-2**: **Edge case**: a full disk
- [ ] **AC-3**: Given [context], when [action], then [expected result]
- [ ] **AC-4**: ~~The fax is sent~~
- [ ] **AC-5**: N/A
`),
    )
  })

  test('a word of another language alone is no clause of it', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: The link shows when the mailed data came
        ^^^^ criterion/given-when-then has no Given and no Then:
- [ ] **AC-2**: Quando un registro viene esportato, allora arriva un link
        ^^^^ criterion/given-when-then has no Given:
`),
    )
  })

  test('limits, commands with their result and headings with a test of their own are criteria in themselves', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: \`wc -l export.ts\` ≤ 300
- [ ] **AC-2**: \`make test\` exits with 0
- [ ] **AC-3**: \`make test\` works
        ^^^^ criterion/given-when-then

#### AC-4: Exports are signed

Run \`gpg --verify\`.

**Expected**: a good signature

#### AC-5: Exports are mailed
     ^^^^ criterion/given-when-then

Expected by all.
`),
    )
  })

  test('IDs of another shape or outside the criteria, and lists that end a sentence, are left alone', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- **SC-001**: 99 % of the exports succeed

The release succeeds if an accountant concludes:

- It saves a day

To do:

- [ ] **AC-2**: The export works
        ^^^^ criterion/given-when-then

#### Testing
- [ ] **AC-4**: The export is tested
        ^^^^ criterion/given-when-then

## Risks & Mitigations
- **AC-3** (disk space): The disk is watched
`),
    )
  })

  test('a spec without a template writes its criteria as it likes', () => {
    expectMarks('criterion', '# Ledger\n\n- **AC-1**: The export works\n- **AC-2**: The mail works\n')
  })
})
