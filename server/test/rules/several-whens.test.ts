import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('criterion/several-whens', () => {
  test('a second action behind a result, or beside the first', () => {
    expectMarks(
      'criterion/several-whens',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a loan, when it is renewed, then it is due later; when it is renewed again, then that is refused
                                                                        ^^^^ criterion/several-whens AC-1 has more than one When: make a criterion of each
- [ ] **AC-2**: Given a loan, when its reader signs in, and when it is renewed, then it is due later
                                                            ^^^^ criterion/several-whens
- [ ] **AC-3**: Dato un prestito, quando viene rinnovato, allora scade dopo; quando viene restituito, allora è chiuso
                                                                             ^^^^^^ criterion/several-whens
- [ ] **AC-4**: Angenommen, ein Buch ist verliehen, wenn es zurückkommt, wird es geprüft; wenn es fehlt, wird gemahnt
                                                                                          ^^^^ criterion/several-whens
- [ ] **AC-5**: Renewal
  - **Given** a loan
  - **When** it is renewed
  - **Then** it is due later
  - **When** it is renewed again
      ^^^^ criterion/several-whens AC-5
  - **Then** that is refused
`),
    )
  })

  test('a word within a clause, a quotation, and a Given that tells the moment', () => {
    expectMarks(
      'criterion/several-whens',
      specWith(`### Acceptance Criteria
- [ ] **AC-1**: Given a loan, when it is renewed, then the page shows when it is due
- [ ] **AC-2**: Given a loan, when it is renewed, then the page says “Call us, when you are late”
- [ ] **AC-3**: Given a reader, when they are away, renew a loan, then it is due later
- [ ] **AC-5**: Renewal
  - Given a loan, when it is renewed, then it is due later
  - Given a late loan, when it is renewed, then that is refused
- [ ] **AC-4**: Given a loan, when the date, data and als fields are filled, then they are kept
`),
    )
  })
})
