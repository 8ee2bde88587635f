import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('criterion/given-when-then, where criteria are written otherwise', () => {
  test('where the criteria are written otherwise, that is one thing to say', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: \`Exporter\` is registered once
- [ ] **AC-2**: The export works
        ^^^^ criterion/given-when-then 4 of the 5 criteria from here on have no Given, When or Then: write “Given
- [ ] **AC-3**: The mail works
- [ ] **AC-4**: The link is shown to its owner
- [ ] **AC-5**: An empty ledger is exported
- [ ] **AC-6**: Given an empty ledger, then the file holds the header alone
        ^^^^ criterion/given-when-then AC-6 has no When
`),
    )
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: \`Exporter\` is registered once
- [ ] **AC-2**: \`Mailer\` is registered once
- [ ] **AC-3**: All tests pass
- [ ] **AC-4**: The export works
`),
    )
  })

  test('what a documentation holds is read, not triggered', () => {
    const criteria = `### Acceptance Criteria
- [ ] **AC-1**: Each guide has the same chapters
- [ ] **AC-2**: The first steps come first
- [ ] **AC-3**: A chart tells which format to take
- [ ] **AC-4**: The glossary is linked
`
    const mark = '        ^^^^ criterion/given-when-then None of the 4 criteria\n'
    const marked = criteria.replace('same chapters\n', `same chapters\n${mark}`)
    const named = (title: string, text: string) =>
      specWith(text).replace(/^# .*/, `# Specification: ${title}`)
    expectMarks('criterion', named('Documentation of the exporter', criteria))
    expectMarks('criterion', named('Exporter', marked))
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then a link is mailed
- [ ] **AC-2**: The installation instructions name the smallest disk
- [ ] **AC-4**: Each service is found without runtime exceptions
- [ ] **AC-5**: Given an export, when it is opened, then its signature is shown
- [ ] **AC-3**: The instructions on the screen name the smallest disk
        ^^^^ criterion/given-when-then AC-3
`),
    )
  })

  test('a summary that tells in which file the criteria have the form is left alone', () => {
    const criteria = `- [ ] **AC-1**: Every entry is exported
- [ ] **AC-2**: The mail works
- [ ] **AC-3**: The link dies
`
    for (const told of [
      'Given-When-Then criteria are in `acceptance.md`; in short:',
      'In short. See [Given / When / Then](acceptance.md).',
    ]) {
      expectMarks('criterion', specWith(`### Acceptance Criteria\n${told}\n\n${criteria}`))
    }
    const mark = '        ^^^^ criterion/given-when-then None of the 3 criteria\n'
    const marked = criteria.replace('exported\n', `exported\n${mark}`)
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria\nWrite Given, When, Then for each.\n\n${marked}`),
    )
  })

  test('where nothing is in the form, “when” alone takes it up no more than any other word', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: The export works
        ^^^^ criterion/given-when-then None of the 4 criteria from here on has Given, When and Then
- [ ] **AC-2**: When the disk is full, the log says so
- [ ] **AC-3**: The mail works
- [ ] **AC-4**: The link dies when it was opened twice
`),
    )
  })

  test('a sentence of the EARS patterns is a criterion', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- **AC-1**: WHEN a ledger is exported THE system SHALL mail a link
- **AC-2**: If the disk is full, then the system shall say so
- **AC-3**: THE system SHALL keep each export
- **AC-4**: When a ledger is exported, then a link is mailed
    ^^^^ criterion/given-when-then has no Given
`),
    )
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
- **AC-1**: THE system SHALL keep each export
    ^^^^ criterion/given-when-then
`),
    )
  })

  test('the columns of a table are its own form', () => {
    expectMarks(
      'criterion',
      specWith(`### Acceptance Criteria
| Criterion | Check | Result |
|---|---|---|
| AC-1 | export of an empty ledger | the header alone |
`),
    )
  })

  test('a spec without a template writes its criteria as it likes', () => {
    expectMarks('criterion', '# Ledger\n\n- **AC-1**: The export works\n- **AC-2**: The mail works\n')
  })
})
