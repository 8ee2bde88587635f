import { describe, expect, test } from 'vitest'
import { expectMarks, specWith, spokenOf } from './support/judge'

/** Holds the findings of a rule equal to the marks among requirements. */
function judged(rule: string, requirements: string): void {
  expectMarks(`requirement/${rule}`, specWith(`### Functional Requirements\n${requirements}`))
}

describe('requirement/keyword-case', () => {
  test('a keyword in lower case among capitals', () => {
    judged(
      'keyword-case',
      `1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system MUST mail a link.
3. **[REQ-003]** The system must delete the export, and may say so.
                            ^^^^ requirement/keyword-case write MUST
4. **[REQ-004]** No reader may see another's loans.
5. **[REQ-005]** The desk prints a list that may be empty.
6. **[REQ-006]** The page says “must not be bent”.
`,
    )
  })

  test('where most are in lower case, that is how the document is written', () => {
    judged(
      'keyword-case',
      `1. **[REQ-001]** The system MUST export the ledger.
2. **[REQ-002]** The system must mail a link.
3. **[REQ-003]** The system must delete the export.
`,
    )
  })
})

describe('requirement/compound', () => {
  test('two demands under one ID', () => {
    judged(
      'compound',
      `1. **[REQ-001]** The system MUST export the ledger and MUST mail a link.
                                                       ^^^^ requirement/compound give each its own ID
2. **[REQ-002]** The desk SHALL print a list, and the terminal SHALL show it.
                                                               ^^^^^ requirement/compound
`,
    )
  })

  test('two sides of one demand, what follows a full stop, remarks and sub-bullets are one', () => {
    judged(
      'compound',
      `1. **[REQ-001]** The system MUST export the ledger and MUST NOT mail it.
2. **[REQ-002]** The system MUST export the ledger. The file MUST be CSV.
3. **[REQ-003]** The system MUST export the ledger (which MUST be closed).
4. **[REQ-004]** The system MUST export:
   - The file MUST be CSV.
   - The name SHOULD hold the day.
5. **[REQ-005]** The system must export the ledger and must mail a link.
6. **[REQ-006]** The page MUST show the number of loans, and MUST show none where there is none.
7. **[REQ-007]** The desk MUST take the card when it is valid, and MUST otherwise refuse it.
8. **[REQ-008]** The fee MUST be shown to its reader, and MUST be hidden otherwise.
`,
    )
  })
})

describe('requirement/too-long', () => {
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')

  test('more than 60 words, or 500 characters', () => {
    judged('too-long', `1. **[REQ-001]** The system MUST ${words(57)}.\n`)
    judged(
      'too-long',
      `1. **[REQ-001]** The system MUST ${words(58)}.
      ^^^^^^^ requirement/too-long 61 words
2. **[REQ-002]** ${'系统必须记录每次借阅的日期，'.repeat(40)}
      ^^^^^^^ requirement/too-long 560 characters
`,
    )
  })

  test('parts that are counted are each of their own length, and rows are as long as their table', () => {
    judged(
      'too-long',
      `1. **[REQ-001]** The system MUST (a) ${words(40)}, (b) ${words(40)}.
2. **[REQ-002]** The system MUST:
   a. ${words(40)}
   b. ${words(40)}
3. **[REQ-003]** The system MUST (b) ${words(40)}, (a) ${words(40)}.
      ^^^^^^^ requirement/too-long
4. **[REQ-004]** The system MUST (a) print, (b) ${words(70)}.
      ^^^^^^^ requirement/too-long

| ID | Text |
|----|------|
| REQ-005 | ${words(70)} |
`,
    )
  })
})

describe('requirement/similar', () => {
  test('the same words in another order', () => {
    judged(
      'similar',
      `1. **[REQ-001]** The system MUST mail the reader a link to the export.
2. **[REQ-002]** The system MUST mail a link to the export to the reader.
      ^^^^^^^ requirement/similar REQ-002 says what REQ-001 says
3. **[REQ-003]** The system MUST NOT mail the reader a link to the export.
4. **[REQ-004]** The system MUST mail the reader two links to the export.
5. **[REQ-005]** The desk MUST refuse a third renewal of one loan.
6. **[REQ-006]** The desk MUST refuse third renewals of one loan.
      ^^^^^^^ requirement/similar REQ-006 says what REQ-005 says
7. **[REQ-007]** The desk MUST print a list of all that is lent.
   - by reader
8. **[REQ-008]** The desk MUST print a list of all that is lent.
   - by title
`,
    )
  })

  test('the same may be said of two things: under two headings, or two titles above lists', () => {
    judged(
      'similar',
      `**Desks**

- **[REQ-001]** Branch, code and name MUST be given on creation.

**Terminals (story 2)**

- **[REQ-002]** Branch, code and name MUST be given on creation.

Of each printer:

- **[REQ-003]** Branch, code and name MUST be given on creation.

#### Shelves
- **[REQ-004]** Branch, code and name MUST be given on creation.

This paragraph explains, and titles nothing.

- **[REQ-005]** Name, code and branch MUST be given on creation.
     ^^^^^^^ requirement/similar what REQ-004 says
`,
    )
  })
})

describe('requirement/unmeasurable', () => {
  const qualities = (text: string) =>
    expectMarks('requirement/unmeasurable', specWith(`### Non-Functional Requirements\n${text}`))

  test('a quality without a figure', () => {
    qualities(`- **Performance**: The ledger MUST open before the reader loses patience.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requirement/unmeasurable a number and its unit
- **NFR-001**: The response time of the search MUST be low.
    ^^^^^^^ requirement/unmeasurable
`)
  })

  test('a figure, a state that can be seen, and what is only shown are left alone', () => {
    qualities(`- **Performance**: The ledger MUST open within 2 seconds.
- **Performance**: The system MUST ask the catalogue once, and never write.
- **Performance**: N/A
- **Throughput**: unchanged
- **Availability**: The system MUST be available as agreed in the service contract.
- **NFR-001**: The desk MUST show the response time of the search.
- **NFR-002**: The latency of the search MUST be below \`500 ms\`.
- **Security**: Names MUST be encrypted.
`)
  })
})

describe('requirement/ears, where it is switched on', () => {
  const spoken = (text: string) =>
    spokenOf('requirement/ears', specWith(`### Functional Requirements\n${text}`))

  test('a condition behind the response, without its comma, or out of order', () => {
    expect(
      spoken(`1. **[REQ-001]** The system MUST refuse a renewal when another reader waits.
2. **[REQ-002]** When another reader waits the system MUST refuse a renewal.
3. **[REQ-003]** When a book comes back, while the desk is closed, the system MUST keep it.
4. **[REQ-004]** If the printer is off, the system MUST keep the letter.
`),
    ).toEqual(['REQ-001', 'REQ-002', 'REQ-003', 'REQ-004'])
  })

  test('the patterns, and clauses that are no condition of the response', () => {
    expect(
      spoken(`1. **[REQ-001]** The system MUST keep each loan.
2. **[REQ-002]** While the desk is closed, when a book comes back, the system MUST keep it.
3. **[REQ-003]** WHEN a book comes back THEN the system SHALL keep it.
4. **[REQ-004]** If the printer is off, then the system MUST keep the letter.
5. **[REQ-005]** When ledger.csv is loaded, the system MUST count its lines.
6. **[REQ-006]** The help MUST explain when to renew, and show when a loan ends.
7. **[REQ-007]** The page MUST show a reason if available.
8. **[REQ-008]** The system MUST refuse a card that expires while the desk is closed.
9. **[REQ-009]** The system MUST keep the ledger while adding to it.
10. **[REQ-010]** The page MUST show the state, where open means that a reader has it.
12. **REQ-012 (When)**: When a book comes back, the system MUST keep it.
18. **[REQ-018]** The list MUST show each loan, including one that is made while the desk is closed.
19. **[REQ-019]** The list MUST show each loan, each showing its fee when there is one.
15. **[REQ-015]** The list MUST leave out old loans, while their readers may still ask for them.
16. **[REQ-016]** When a card is blocked, the desk MUST refuse it, while still showing its loans.
17. **[REQ-017]** The desk MUST refuse a blocked card while still showing its loans.
14. **[REQ-014]** When a card is lost – or stolen – the desk MUST block it.
13. **[REQ-013]** WHEN a card is not known (ex. Guest) THEN the desk SHALL refuse it.
11. **[REQ-011]** The page MUST show the title; if there is none, then it MUST show the code.
`),
    ).toEqual([])
  })
})
