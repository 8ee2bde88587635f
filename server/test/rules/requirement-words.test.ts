import { describe, expect, test } from 'vitest'
import { expectMarks, specWith, spokenOf } from './support/judge'

/** Holds the findings of a rule equal to the marks among requirements. */
function judged(rule: string, requirements: string): void {
  expectMarks(`requirement/${rule}`, specWith(`### Functional Requirements\n${requirements}`))
}

describe('requirement/weak-verb', () => {
  test('a verb that says that something is done, and not what', () => {
    judged(
      'weak-verb',
      `1. **[REQ-001]** The system MUST handle late returns.
                                 ^^^^^^ requirement/weak-verb name what the system does
2. **[REQ-002]** The desk SHOULD also properly manage reservations.
                                               ^^^^^^ requirement/weak-verb
3. **[REQ-003]** The system MUST be able to support several branches.
                                            ^^^^^^^ requirement/weak-verb
`,
    )
  })

  test('an object, a way, a place or a figure that says what is meant is enough', () => {
    judged(
      'weak-verb',
      `1. **[REQ-001]** The system MUST support searching by title.
10. **[REQ-010]** The system MUST support lending, returning and renewing.
2. **[REQ-002]** The system MUST process refunds by bank transfer.
3. **[REQ-003]** The system MUST support reminders on the day before the loan ends.
4. **[REQ-004]** The system MUST handle 50 returns per minute.
5. **[REQ-005]** The system MUST support \`utf-8\`.
6. **[REQ-006]** The system MUST support CSV.
7. **[REQ-007]** The system MUST ensure that no loan is longer than its reader's card is valid.
8. **[REQ-008]** The desk supports late returns.
9. **[REQ-009]** The process MUST end.
`,
    )
  })

  test('what stands below the first line takes it apart', () => {
    judged(
      'weak-verb',
      `1. **[REQ-001]** The system MUST handle late returns:
   - 20 cents are charged for each day
2. **[REQ-002]** The system MUST handle early returns.

   The loan ends with the return.
`,
    )
  })
})

describe('requirement/vague-time', () => {
  test('a time that no test can wait for', () => {
    judged(
      'vague-time',
      `1. **[REQ-001]** The system MUST tell the next reader as soon as possible.
                                                      ^^^^^^^^^^^^^^^^^^^ requirement/vague-time give a figure, or the event
2. **[REQ-002]** The system MUST notify the desk immediately.
                                                 ^^^^^^^^^^^ requirement/vague-time
3. **[REQ-003]** The list MUST be brought up to date in real time.
                                                     ^^^^^^^^^^^^ requirement/vague-time
5. **[REQ-005]** A desk that is closed MUST be marked immediately.
                                                      ^^^^^^^^^^^ requirement/vague-time
4. **[REQ-004]** The system MUST answer quickly and eventually send a letter.
                                        ^^^^^^^ requirement/vague-time
                                                    ^^^^^^^^^^ requirement/vague-time
`,
    )
  })

  test('a figure, an event, or what comes after it is a time', () => {
    judged(
      'vague-time',
      `1. **[REQ-001]** The system MUST answer quickly, within 2 seconds.
2. **[REQ-002]** The system MUST notify the desk immediately after a return.
3. **[REQ-003]** When a book comes back, the system MUST immediately notify the desk.
4. **[REQ-004]** Returning a book MUST immediately free its reader's card.
5. **[REQ-005]** Cancellation MUST take effect immediately, with no second question.
6. **[REQ-006]** The desk MUST show the new title immediately, before the catalogue is written.
7. **[REQ-007]** The row MUST show each step immediately.
8. **[REQ-008]** The system MUST eventually send the letter once the printer is back.
10. **[REQ-010]** When a check ends, its result MUST be shown in real time.
9. **[REQ-009]** The system MUST answer promptly (\`<= 200 ms\`).
`,
    )
  })

  test('an order of steps, a kind of thing, a purpose or a clause beside it demands no time', () => {
    judged(
      'vague-time',
      `1. **[REQ-001]** Return immediately when the list is empty.
2. **[REQ-002]** The system MUST offer a real-time view and be eventually consistent.
3. **[REQ-003]** The page MUST show two figures to help the desk quickly see what is late.
4. **[REQ-004]** A page that can be opened quickly MUST show the last answer only.
5. **[REQ-005]** The desk MUST let a reader sign out, ending the session immediately.
6. **[REQ-006]** Both lists MUST read one catalogue, so a new title is immediately found.
7. **[REQ-007]** The card MUST stand immediately below the title.
8. **[REQ-008]** The page MUST say “coming soon”.
`,
    )
  })
})

describe('requirement/open-ended', () => {
  test('a list that does not end', () => {
    judged(
      'open-ended',
      `1. **[REQ-001]** The system MUST export the ledger as CSV, PDF, etc.
                                                                ^^^ requirement/open-ended name all that belongs to it
2. **[REQ-002]** The system MUST accept cards such as library and student cards.
                                              ^^^^^^^ requirement/open-ended
3. **[REQ-003]** The desk MUST print the title and/or the author.
                                               ^^^^^^ requirement/open-ended three ways
4. **[REQ-004]** The system MUST log returns, fees, and so on.
                                                    ^^^^^^^^^ requirement/open-ended
`,
    )
  })

  test('examples beside the demand, series, operators and what may be are left alone', () => {
    judged(
      'open-ended',
      `1. **[REQ-001]** The system MUST refuse any card that is not valid (expired, blocked, etc.).
2. **[REQ-002]** The list MUST count its lines: 1, 2, 3, etc. Its parts are "1.1", "1.2", etc.
3. **[REQ-003]** A card such as a student's MUST be accepted.
4. **[REQ-004]** The search MUST join its words (AND/OR).
5. **[REQ-005]** The search MUST offer AND/OR.
6. **[REQ-006]** The desk MAY print the title and/or the author.
7. **[REQ-007]** The page MUST stay narrow, leaving room for signs such as arrows.
8. **[REQ-008]** The page MUST say “books, etc.” and \`etc\`.
`,
    )
  })
})

describe('requirement/escape-clause', () => {
  test('a clause that lets the requirement off', () => {
    judged(
      'escape-clause',
      `1. **[REQ-001]** The system MUST keep the reader's language, as far as possible.
                                                             ^^^^^^^^^^^^^^^^^^ requirement/escape-clause under which condition
2. **[REQ-002]** The system MUST, where appropriate, print a receipt.
                                  ^^^^^^^^^^^^^^^^^ requirement/escape-clause
3. **[REQ-003]** The system MUST report errors with their line when possible.
                                                               ^^^^^^^^^^^^^ requirement/escape-clause
`,
    )
  })

  test('what decides, or a remark, is no such clause', () => {
    judged(
      'escape-clause',
      `1. **[REQ-001]** The system MUST keep fees as required by the statutes.
2. **[REQ-002]** The system MUST ask again, if necessary to tell two readers apart.
3. **[REQ-003]** The system MUST print a receipt (in colour where possible).
4. **[REQ-004]** The page MUST say “if possible”.
`,
    )
  })
})

describe('requirement/vague-quantity', () => {
  test('a number that is left open', () => {
    judged(
      'vague-quantity',
      `1. **[REQ-001]** The system MUST remind a reader several days before a loan ends.
                                                 ^^^^^^^ requirement/vague-quantity give a number
2. **[REQ-002]** The system MUST keep most of the letters for about two years.
                                      ^^^^ requirement/vague-quantity
                                                              ^^^^^ requirement/vague-quantity
4. **[REQ-004]** WHEN a reader asks THEN the desk SHALL offer several titles.
                                                              ^^^^^^^ requirement/vague-quantity
3. **[REQ-003]** The desk MUST serve many readers at once.
                                     ^^^^ requirement/vague-quantity
`,
    )
  })

  test('limits, questions, kinds and clauses that say which are meant', () => {
    judged(
      'vague-quantity',
      `1. **[REQ-001]** The desk MUST lend at most ten books, and the most popular ones for a week.
2. **[REQ-002]** The page MUST show how many books are lent, and as many covers.
3. **[REQ-003]** A reader who has several cards MUST choose one.
4. **[REQ-004]** The page MUST tell the reader about fees.
5. **[REQ-005]** The catalogue MUST hold many-to-many links.
6. **[REQ-006]** The scale MUST show approximately 500 g (± 5 %).
`,
    )
  })
})

describe('requirement/passive, where it is switched on', () => {
  const spoken = (text: string) =>
    spokenOf('requirement/passive', specWith(`### Functional Requirements\n${text}`))

  test('a demand without anybody who acts', () => {
    expect(
      spoken(`1. **[REQ-001]** A reader's card MUST be validated.
2. **[REQ-002]** Names MUST NOT be written to the log, and letters SHOULD also be properly kept.
3. **REQ-003**: The ledger is exported as CSV.
`),
    ).toEqual(['be validated', 'be written', 'be properly kept', 'is exported'])
  })

  test('an agent, a condition, a clause that says which are meant, and states are left alone', () => {
    expect(
      spoken(`1. **[REQ-001]** A reader's card MUST be validated by the terminal.
2. **[REQ-002]** When a book is returned, the desk MUST print a receipt.
3. **[REQ-003]** The desk MUST refuse a card that was blocked.
4. **[REQ-004]** A second card MUST NOT be required, and the fee MUST be based on the day.
5. **[REQ-005]** Once a book is lent the desk prints a receipt.
6. **[REQ-006]** A closed ledger MUST be read-only.
`),
    ).toEqual([])
  })
})
