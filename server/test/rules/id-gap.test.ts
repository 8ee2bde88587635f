import { describe, expect, test } from 'vitest'
import { findingsIn, specWith, spokenOf } from './support/judge'

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
