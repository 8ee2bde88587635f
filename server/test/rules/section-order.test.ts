import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('structure/section-order', () => {
  test('a section is told its place by a neighbour that stands well', () => {
    expectMarks(
      'structure/section-order',
      specWith(`## Testing Strategy
^^^^^^^^^^^^^^^^^^^ structure/section-order “Testing Strategy” stands out of order: the template has it after “How (Implementation Approach)”
Export and compare.

## Why (Purpose & Context)
So that nobody types figures.

## How (Implementation Approach)
A job writes the file.
`),
    )
  })
})
