import { describe, expect, test } from 'vitest'
import { findingsIn, specWith, spokenOf } from './support/judge'

describe('structure/conflict-marker', () => {
  const conflict = specWith(`### Functional Requirements
<<<<<<< HEAD
1. **[REQ-001]** The system MUST be fast.
=======
1. **[REQ-001]** The system MUST be quick.
>>>>>>> main
`)

  test('is one error, and the other rules wait', () => {
    expect(findingsIn(conflict).map(({ rule, severity }) => [rule, severity])).toEqual([
      ['structure/conflict-marker', 'error'],
    ])
    expect(spokenOf('structure/conflict-marker', conflict)).toEqual([expect.stringMatching(/^<<<<<<</)])
  })

  test('a setext heading and marks in a code fence are no conflict', () => {
    const text = specWith(`Summary
=======

\`\`\`diff
<<<<<<< HEAD
a
=======
b
>>>>>>> main
\`\`\`
`)
    expect(spokenOf('structure/conflict-marker', text)).toEqual([])
  })
})
