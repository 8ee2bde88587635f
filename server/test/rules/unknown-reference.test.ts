import { describe, expect, test } from 'vitest'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'
import { LOOSE } from './support/loose-spec'

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

describe('what is told away', () => {
  test.each([
    'REQ-090 wurde »entfernt«.',
    'REQ-090 est «supprimée».',
    'La REQ-090 «eliminado»',
    'REQ-090 已经 deprecated。',
    '「removed」REQ-090',
    'REQ-090 deprecated、REQ-091 too',
  ])('a word ends at signs of any script: %s', (text) => {
    expect(spokenOf('reference/unknown', `${LOOSE}\n${text}\n`)).toEqual([])
  })

  test('many wide blanks are no slower than others', () => {
    const before = process.cpuUsage().user
    spokenOf('reference/unknown', `${LOOSE}\nREQ-090${'\u3000'.repeat(70)}spec\n`)
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(1000)
  })
})
