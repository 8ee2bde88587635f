import { describe, expect, test } from 'vitest'
import { findingsIn, specWith } from './support/judge'

const messages = (rule: string, text: string) =>
  findingsIn(text)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message)

describe('lifecycle/open-items', () => {
  const criteria = (boxes: string, status = 'Done') =>
    specWith(
      `### Acceptance Criteria
${[...boxes].map((box, at) => `- [${box}] **AC-${at + 1}**: Given ledger ${at}, when it is exported, then a link is mailed\n`).join('')}`,
      status,
    )

  test('counts what is open, and says which status claims the contrary', () => {
    expect(messages('lifecycle/open-items', criteria('x  '))).toEqual([
      'The status is “Done”, and 2 of 3 acceptance criteria are open: tick what is done',
    ])
    expect(messages('lifecycle/open-items', criteria('xx '))).toEqual([
      'The status is “Done”, and 1 of 3 acceptance criteria is open: tick what is done',
    ])
    expect(messages('lifecycle/open-items', criteria('xxx'))).toEqual([])
    expect(messages('lifecycle/open-items', criteria('x  ', 'Approved'))).toEqual([])
  })

  test('quotes a long status in short', () => {
    const status = 'Done (all tasks closed; the test against the live service ran three times and was green)'
    expect(messages('lifecycle/open-items', criteria(' ', status))).toEqual([
      'The status is “Done (all tasks closed; the test against the live service…”, and 1 of 1 acceptance criteria is open: tick what is done',
    ])
  })
})

describe('lifecycle/not-ready', () => {
  test('names the rules whose errors remain, and what to do', () => {
    const text = specWith(
      '### Functional Requirements\n1. **[REQ-001]** TBD\n2. **[REQ-001]** The system MUST mail a link.\n',
      'Approved (by the board on its meeting of the fifteenth of January, with two votes against)',
    )
    expect(messages('lifecycle/not-ready', text)).toEqual([
      expect.stringMatching(
        /^The status is “Approved \(by the board on its meeting of the fifteenth of…”, and \d errors remain \(.*structure\/unresolved-marker.*\): mend them, or set it back$/,
      ),
    ])
  })
})
