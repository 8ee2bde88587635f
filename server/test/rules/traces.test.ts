import { describe, expect, test } from 'vitest'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { expectMarks, inputOf, specWith } from './support/judge'

const REQUIREMENTS = `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
3. **[REQ-003]** The system MUST sign each export.
`

describe('trace/no-criterion', () => {
  test('a requirement that no criterion answers, where most criteria say what they answer', () => {
    expectMarks(
      'trace/no-criterion',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
      ^^^^^^^ trace/no-criterion No acceptance criterion answers REQ-002: name it in one
3. **[REQ-003]** The system MUST sign each export.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is opened, then its signature is shown (REQ-003)
- [ ] **AC-3**: Edge case: two exports at once
`),
    )
  })

  test('no habit, no finding: a mention here and there asks nothing of the others', () => {
    expectMarks(
      'trace/',
      specWith(`${REQUIREMENTS}
### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
- [ ] **AC-2**: Given an export, when it is opened, then its signature is shown as in REQ-003
- [ ] **AC-3**: Given an export, when it is done, then a link is mailed
`),
    )
  })

  test('ranges, lists of numbers and “all” answer what they mean', () => {
    const criteria = (text: string) =>
      specWith(
        `${REQUIREMENTS}\n### Acceptance Criteria\n- [ ] **AC-1**: Given a, when b, then c (${text})\n`,
      )
    for (const text of [
      'REQ-001 – REQ-003',
      'REQ-001/002/003',
      'REQ-001, 002 and 003',
      'REQ-001; REQ-002; REQ-003',
    ]) {
      expectMarks('trace/', criteria(text))
    }
    for (const text of ['all', 'all requirements', 'tutti i REQ']) {
      const more = `- [ ] **AC-2**: Given a ledger, when it is exported, then a file comes (REQ-001)\n`
      expectMarks('trace/no-criterion', criteria(text) + more)
    }
    expectMarks(
      'trace/no-criterion',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
      ^^^^^^^ trace/no-criterion

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a file comes (REQ-001)
- [ ] **AC-2**: Given a ledger, when it is exported, then it is signed (all browsers)
`),
    )
  })

  test('who leaves out many is told once, at the first', () => {
    const requirements = Array.from(
      { length: 12 },
      (_, at) =>
        `${at + 1}. **[REQ-${String(at + 1).padStart(3, '0')}]** The system MUST print page ${at}.\n`,
    )
    const specification = (answered: number) =>
      specWith(
        `### Functional Requirements\n${requirements.join('')}\n### Acceptance Criteria\n- [ ] **AC-1**: Given a, when b, then c (REQ-001 – REQ-${String(answered).padStart(3, '0')})\n`,
      )
    const found = (answered: number) =>
      runRules(inputOf(specification(answered))).filter(({ rule }) => rule === 'trace/no-criterion')
    expect(found(9).map(({ message }) => message.slice(0, 39))).toEqual(
      [10, 11, 12].map((number) => `No acceptance criterion answers REQ-0${number}`),
    )
    const [only, ...others] = found(8)
    expect(others).toEqual([])
    expect(only?.message).toMatch(/answers 4 of 12 requirements, REQ-009 first: name it in one/)
    expect(only?.related?.map(({ message }) => message)).toEqual(
      [10, 11, 12].map((number) => `REQ-0${number} is left out as well`),
    )
    expect(only?.fixes?.map(({ title }) => title)).toEqual(['Add acceptance criterion AC-2 for REQ-009'])
  })

  test('what is done by the one who uses it is asked for, whatever words and names stand in it', () => {
    expectMarks(
      'trace/no-criterion',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST leave existing exports unchanged, and test the connection.
      ^^^^^^^ trace/no-criterion
3. **[REQ-003]** \`ledger export\` MUST exit with 1 where \`dueDate\` is no date.
      ^^^^^^^ trace/no-criterion
4. **[REQ-004]** Each envelope MUST be sealed.
5. **[REQ-005]** \`CSV\` MUST be what comes where no format is given.
      ^^^^^^^ trace/no-criterion
6. **[REQ-006]** The export MUST know these options:
      ^^^^^^^ trace/no-criterion
   - \`--json\` for JSON
   - \`--quiet\` for no output
${Array.from({ length: 10 }, (_, at) => `${at + 7}. **[REQ-${String(at + 7).padStart(3, '0')}]** The system MUST sign page ${at}.`).join('\n')}

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001, REQ-004)
- [ ] **AC-2**: Given a ledger, when it is signed, then the file says so (REQ-007 – REQ-016)
`),
    )
  })

  test('what is checked on the code, a type and its members ask for none', () => {
    expectMarks(
      'trace/no-criterion',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** All unit tests of the exporter MUST stand beside it.
3. **[REQ-003]** The system MUST have a type \`LedgerExport\` with:
   - \`string Name\`, that of the file
   - \`Date Made\`
4. **[REQ-004]** ~~The system MUST send a fax.~~
5. **[REQ-005]** \`LedgerExporter\` MUST be given its format by its constructor.
6. **[REQ-006]** A new \`LedgerFormat\` enum MUST stand beside it.
7. **[REQ-007]** The documentation MUST list every format.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
`),
    )
  })

  test('what is told of the source, and of how it is built, is not met in use', () => {
    const spec = (requirement: string) => `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** ${requirement}

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
`
    for (const requirement of [
      'In `ExportPage.xaml.cs` the handler MUST give way to a binding.',
      'The route MUST leave `src/routes.ts`.',
      'The workflow in `AGENTS.md` MUST name the new step.',
      'Each format MUST have `ExportFormat` as its base class.',
      'The core MUST take no direct dependency on the mail library.',
      'The new views MUST follow the existing naming conventions of `ExportView`.',
      'The `ExportByFax` method MUST be removed.',
      'Where to export to is found out later. The `FaxService` implementation calls the other one.',
      'The store MUST have these too:\n   - `Task<string> NameOf(string id)`, the name\n   - `bool Has(string id)`',
    ]) {
      expectMarks('trace/no-criterion', specWith(spec(requirement)))
    }
    for (const requirement of [
      'The system MUST write the ledger to `ledger.csv`.',
      'The system MUST retry three times (see `retry.ts`).',
      'The dialog MUST follow the existing pattern of confirmations.',
      'The export MUST depend on the role of the reader.',
      'The reader MUST be told which method `ExportByFax` takes.',
      'The library MUST offer these:\n   - `export(path)`, a file\n   - `import(path)`, a ledger',
    ]) {
      const mark = '      ^^^^^^^ trace/no-criterion No acceptance criterion answers REQ-002\n'
      const marked = spec(requirement).replace(/(REQ-002\].*\n)/, `$1${mark}`)
      expectMarks('trace/no-criterion', specWith(marked))
    }
  })

  test('a config that asks for criteria is asked for all of them', () => {
    const input = inputOf(
      specWith(`${REQUIREMENTS}\n### Acceptance Criteria\n- [ ] **AC-1**: Edge case: none\n`),
    )
    const found = runRules({ ...input, settings: { ...DEFAULT_SETTINGS, traced: ['criterion'] } })
    expect(found.filter(({ rule }) => rule === 'trace/no-criterion')).toHaveLength(3)
  })
})

describe('trace/no-test', () => {
  test('what no test answers, itself or by a criterion; of a requirement and its criterion only the one', () => {
    expectMarks(
      'trace/no-test',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
3. **[REQ-003]** The system MUST sign each export.
      ^^^^^^^ trace/no-test No test case answers REQ-003: name it in one

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is done, then a link is mailed (REQ-002)
- [ ] **AC-3**: Given an export, when it is opened, then its signature is shown (REQ-003)
- [ ] **AC-4**: Given an export, when it is late, then the log says so
        ^^^^ trace/no-test No test case answers AC-4

### Test Cases
1. **[TEST-001]** Test an export (REQ-001)
   - Input: a ledger
   - Expected: every entry
2. **[TEST-002]** Test the letter (AC-2)
   - Input: an export
   - Expected: one letter
`),
    )
  })

  test('who leaves out many is told once', () => {
    const tests = `
### Test Cases
1. **[TEST-001]** Test an export (REQ-001)
   - Input: a ledger
   - Expected: every entry
`
    const found = runRules(inputOf(specWith(REQUIREMENTS + tests)))
    expect(found.filter(({ rule }) => rule === 'trace/no-test').map(({ message }) => message)).toEqual([
      'No test case answers 2 of 3 requirements, REQ-002 first: name it in one',
    ])
  })

  test('no habit, no finding', () => {
    expectMarks(
      'trace/',
      specWith(`${REQUIREMENTS}
### Test Cases
1. **[TEST-001]** Test an export as REQ-001 has it
   - Input: a ledger
   - Expected: every entry
2. **[TEST-002]** Test the letter
   - Input: an export
   - Expected: one letter
3. **[TEST-003]** Test the signature
   - Input: an export
   - Expected: a good one
`),
    )
  })
})

describe('trace/orphan', () => {
  test('a criterion or test that answers nothing, where its siblings do', () => {
    expectMarks(
      'trace/orphan',
      specWith(`${REQUIREMENTS}
### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is done, then a link is mailed (REQ-002)
- [ ] **AC-3**: Given an export, when it is opened, then its signature is shown
        ^^^^ trace/orphan AC-3 answers nothing: name the requirement that it is for

### Test Cases
1. **[TEST-001]** Test an export (REQ-001)
   - Input: a ledger
   - Expected: every entry
2. **[TEST-002]** Test the letter (AC-2)
   - Input: an export
   - Expected: one letter
3. **[TEST-003]** Test the log
      ^^^^^^^^ trace/orphan
   - Input: an export
   - Expected: one line
`),
    )
  })

  test('a criterion on the build or the tests is for no requirement of its own', () => {
    expectMarks(
      'trace/orphan',
      specWith(`${REQUIREMENTS}
### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is done, then a link is mailed (REQ-002)
- [ ] **AC-3**: Given an export, when it is opened, then its signature is shown (REQ-003)
- [ ] **AC-4**: The build ends without a warning
- [ ] **AC-5**: Given an export, when it is deleted, then its link is dead
        ^^^^ trace/orphan AC-5 answers nothing

### Test Cases
1. **[TEST-001]** Test of an empty ledger (AC-1)
2. **[TEST-002]** Test of a full ledger (AC-1)
3. **[TEST-003]** Test of a torn ledger
      ^^^^^^^^ trace/orphan TEST-003 answers nothing
`),
    )
  })

  test('words at its end and a wrong ID are left alone', () => {
    expectMarks(
      'trace/orphan',
      specWith(`${REQUIREMENTS}
### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry (REQ-001)
- [ ] **AC-2**: Given an export, when it is done, then a link is mailed (REQ-002)
- [ ] **AC-3**: Given an export, when it is opened, then its signature is shown (all)
- [ ] **AC-4**: Given an export, when it is opened, then its signature is shown (REQ-030)
`),
    )
  })
})
