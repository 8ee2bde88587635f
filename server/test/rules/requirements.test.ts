import { describe, expect, test } from 'vitest'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { expectMarks, findingsIn, inputOf, specWith } from './support/judge'

describe('requirement/no-keyword', () => {
  test('a requirement that only tells', () => {
    expectMarks(
      'requirement/no-keyword',
      specWith(`### Functional Requirements
1. **[REQ-001]** The ledger is exported as CSV.
      ^^^^^^^ requirement/no-keyword MUST, SHOULD or MAY
2. **[REQ-002]** The system MUST mail a link.
3. **[REQ-003]** A signature is OPTIONAL.
4. **[REQ-004]** Exports:
   - MUST be kept for 30 days
   - **[REQ-004a]** on disk
5. **[REQ-005]** The system \`MUST\` sign, says the code.
      ^^^^^^^ requirement/no-keyword
`),
    )
  })

  test('lower case and other languages are keywords too, retired items and placeholders are not judged', () => {
    expectMarks(
      'requirement/no-keyword',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system must export the ledger.
2. **[REQ-002]** Il sistema deve inviare un link.
3. **[REQ-003]** Das System muss Exporte unterschreiben.
4. **[REQ-004]** システムは台帳を書き出す。
5. **[REQ-005]** ~~The ledger is faxed.~~
6. **[REQ-006]** The system MUST [specific requirement]
7. **[REQ-007]** [specific requirement]

### Non-Functional Requirements
- **Performance**: 1,000 entries in 2 seconds
`),
    )
  })
})

describe('requirement/no-keyword, where none is asked for', () => {
  test('a heading over requirements only names them', () => {
    expectMarks(
      'requirement/no-keyword',
      specWith(`### Functional Requirements
#### REQ-001: Export
**REQ-002: Format**
- The file MUST be CSV.

**REQ-003: Mail**
  ^^^^^^^ requirement/no-keyword
- The desk mails a link.

#### REQ-004: Print
     ^^^^^^^ requirement/no-keyword
The desk prints a list.
`),
    )
  })

  test('what is out of scope, given up, or told below in a script whose words are not known', () => {
    expectMarks(
      'requirement/no-keyword',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** Exports as PDF are OUT of scope.
3. **[REQ-003]** RETIRED at version 2: the ledger is faxed.
4. **[REQ-004]** Faxes (out-of-scope for this version)
5. **[REQ-005]** Backup
   - ระบบต้องสำรองข้อมูลทุกวัน
6. **[REQ-006]** Print
      ^^^^^^^ requirement/no-keyword
   - The desk prints a list
`),
    )
  })

  test('rows that map IDs, names of tests, qualities with a measure, and kinds of sections that the template writes without', () => {
    expectMarks(
      'requirement/no-keyword',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** \`Export_WhenEmpty_WritesHeader\` – the header alone
5. **[REQ-005]** \`ExportTests\`:
   - an empty ledger
3. **[REQ-003]** \`ledger_date\` is the day of the export
      ^^^^^^^ requirement/no-keyword

| ID | Formerly | Told in |
|----|----------|---------|
| REQ-010 | REQ-OLD-001 | §D.2 Export |
| REQ-011 | REQ-OLD-002 | The ledger is signed |
  ^^^^^^^ requirement/no-keyword

### Non-Functional Requirements
- **NFR-001**: Exports of 1,000 entries in 2 seconds
- **NFR-002**: Exports in no time
- **REQ-012**: Exports in no time
    ^^^^^^^ requirement/no-keyword
`),
    )
  })

  test('a document that uses hardly any keyword is told so once', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, n) => `- **[REQ-00${n + 1}]** Entry ${n} is exported.\n`).join('')
    const told = (text: string) =>
      findingsIn(specWith(`### Functional Requirements\n${text}`))
        .filter(({ rule }) => rule === 'requirement/no-keyword')
        .map(({ message }) => message.split(':')[0])
    expect(told(items(6))).toEqual(['None of the 6 requirements from here on has a normative keyword'])
    expect(told(items(5))).toHaveLength(5)
    const others = (count: number) =>
      Array.from({ length: count }, (_, n) => `- **[REQ-01${n}]** The system MUST sign.\n`).join('')
    expect(told(items(6) + others(2))).toEqual([
      "6 of the specification's 8 requirements have no normative keyword",
    ])
    expect(told(items(6) + others(3))).toHaveLength(6)
  })
})

describe('requirement/vague-word', () => {
  test('a quality without a measure', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export fast and offer an intuitive,
                                        ^^^^ requirement/vague-word a number and a unit
                                                          ^^^^^^^^^ requirement/vague-word
   user-friendly page.
   ^^^^^^^^^^^^^ requirement/vague-word
   - The page MUST be easy to use.
                      ^^^^ requirement/vague-word

### Non-Functional Requirements
- **Reliability**: The export is robust.
                                 ^^^^^^ requirement/vague-word
`),
    )
  })

  test('a number with a unit in the sentence makes it exact, one in another sentence does not', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST be fast: under 2 seconds for 1,000 entries.
2. **[REQ-002]** The system MUST be quick (p95 < 200ms), e.g. for lists.
3. **[REQ-003]** The system MUST be scalable to 10k users.
4. **[REQ-004]** The system MUST be efficient (\`<= 512 MB\`).
5. **[REQ-005]** The system MUST be fast. It has 3 pages.
                                    ^^^^ requirement/vague-word
6. **[REQ-006]** The system MUST be as fast as REQ-001 demands.
                                       ^^^^ requirement/vague-word
`),
    )
  })

  test('a number of things is no measure, and a blank does not hide a listed word', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST load fast on 2 devices.
                                      ^^^^ requirement/vague-word
2. **[REQ-002]** The page MUST be intuitive for all three users.
                                  ^^^^^^^^^ requirement/vague-word
3. **[REQ-003]** The page MUST be user friendly.
                                  ^^^^^^^^^^^^^ requirement/vague-word
4. **[REQ-004]** The system MUST stay robust with 4 retries and 10 concurrent users.
`),
    )
  })

  test('code, quotations, block quotes, names and exact phrases are left alone', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST accept \`--fast\` and log “simple mode” or "quick run".
2. **[REQ-002]** The system MUST show the Quick Actions menu of Simple Storage.
3. **[REQ-003]** The system MUST fail fast and keep 4 significant digits.
4. **[REQ-004]** The system MUST use the fast-path cache and FastAPI.
5. **[REQ-005]** The system MUST answer:
   > be fast and simple
6. **[REQ-006]** ~~The system MUST be fast.~~
`),
    )
  })

  test('a list, brackets or a rule that say what is meant make it exact, a user story is no promise, other languages are left alone', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST run simple checks (range and unit of each entry).
2. **[REQ-002]** The system MUST pick the appropriate format based on the
   file’s ending.
3. **[REQ-003]** The system MUST write the proper headers:
   - name and date
4. **[REQ-004]** As an accountant, I want fast exports.
5. **[REQ-005]** Il sistema deve usare le varianti appropriate per ogni titolo.
6. **[REQ-006]** The system MUST serve 500 concurrent guests in a smooth way.
`),
    )
  })

  test('what is not demanded is left alone: remarks in brackets, sides of a comparison, purposes, what it prevents, names of controls', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The bar MUST have the colour of the page (seamless with its border).
2. **[REQ-002]** The system MUST know a profile for fast checks vs complete ones.
3. **[REQ-003]** The system MUST run exports with proper isolation preventing shared files.
4. **[REQ-004]** The system MUST keep a log of each export, enabling efficient repair of
   a ledger.
5. **[REQ-005]** The till MUST offer quick amounts and a quick search.
6. **[REQ-006]** The system MUST mail a link (which must be simple).
                                                            ^^^^^^ requirement/vague-word delete the word
7. **[REQ-007]** The export MUST be efficient, allowing a second one.
                                    ^^^^^^^^^ requirement/vague-word
8. **[REQ-008]** The system MUST offer quick exports.
                                       ^^^^^ requirement/vague-word
`),
    )
  })

  test('a purpose promises nothing: “for easy …”, “so that …”, “to efficiently …”', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST keep an index of titles for fast lookup.
2. **[REQ-002]** The ledger MUST be split by year so that pages are easy to read.
3. **[REQ-003]** The system MUST use one query to efficiently list the loans.
4. **[REQ-004]** The row MUST have sufficient space so the date is not cut.
5. **[REQ-005]** The system MUST group loans to enable quick lookups and efficient prints.
6. **[REQ-006]** The system MUST be able to efficiently list the loans.
                                            ^^^^^^^^^^^ requirement/vague-word
7. **[REQ-007]** The summary MUST be suitable for readers of all ages.
                                     ^^^^^^^^ requirement/vague-word
8. **[REQ-008]** The system MUST keep the ledger for a reasonable time, in a simple form.
                                                       ^^^^^^^^^^ requirement/vague-word
                                                                             ^^^^^^ requirement/vague-word
9. **[REQ-009]** The system MUST allow a reader to easily cancel.
                                                   ^^^^^^ requirement/vague-word
`),
    )
  })

  test('names of controls and modes are no promise', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`### Functional Requirements
1. **[REQ-001]** The page MUST offer quick navigation and quick status chips.
2. **[REQ-002]** The page MUST offer a simple mode, a quick view and a simple view.
`),
    )
  })

  test('a config adds words and takes words, in any language', () => {
    const text = specWith(`### Functional Requirements
1. **[REQ-001]** Das System muss die Liste der Leser zügig und fast fertig zeigen.
2. **[REQ-002]** The system MUST be robust and simple.
`)
    const words = {
      languages: undefined,
      changes: new Map([['vague', { add: ['zügig'], remove: ['robust'] }]] as const),
    }
    const said = runRules({ ...inputOf(text), settings: { ...DEFAULT_SETTINGS, words } })
      .filter(({ rule }) => rule === 'requirement/vague-word')
      .map(({ span }) => text.slice(span.start, span.end))
    expect(said).toEqual(['zügig', 'simple'])
  })

  test('only requirements are judged', () => {
    expectMarks(
      'requirement/vague-word',
      specWith(`## Why
Exports must be fast and simple.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then that is fast
`),
    )
  })

  test('in any spec with IDs, whatever its headings', () => {
    expectMarks(
      'requirement/vague-word',
      `# Ledger export

- **FR-001**: The system must be robust.
                                 ^^^^^^ requirement/vague-word
- **FR-002**: The system must mail a link.
`,
    )
  })
})
