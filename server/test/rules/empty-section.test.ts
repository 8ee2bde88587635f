import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('structure/empty-section', () => {
  test('a heading with nothing but rules and comments under it', () => {
    expectMarks(
      'structure/empty-section',
      specWith(`## Why (Purpose & Context)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^ structure/empty-section “Why (Purpose & Context)” is empty

---

## Glossary
^^^^^^^^^^^ structure/empty-section
<!-- describe the terms -->

## How (Implementation Approach)
A job writes the file.
`),
    )
  })

  test('a heading directly above another of its level shares what stands under that', () => {
    expectMarks(
      'structure/empty-section',
      specWith(`### write(ledger)
### write(ledger, format)

Writes all entries.

### read(file)
^^^^^^^^^^^^^^ structure/empty-section

### read(file, format)

Reads them again.
`),
    )
  })

  test('a comment that says “none”, or keeps the place of entries to come, is an answer', () => {
    expectMarks(
      'structure/empty-section',
      specWith(`### New Endpoints
<!-- none -->

### Removed Endpoints
<!-- N/A: nothing is public yet -->

## Amendments

<!-- New entries go to the end, each with its date -->
`),
    )
  })
})
