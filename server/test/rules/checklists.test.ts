import { describe, expect, test } from 'vitest'
import { expectMarks, findingsIn, specWith } from './support/judge'

describe('checklist/malformed-box', () => {
  test('brackets after a list marker that are no checkbox', () => {
    expectMarks(
      'checklist/malformed',
      specWith(`### Goals
- [] Exports by mail
  ^^ checklist/malformed-box “[]” is not a checkbox: write “[ ]”
- [x ] Exports at night
  ^^^^ checklist/malformed-box “[x]”
* [ x] Exports as CSV
  ^^^^ checklist/malformed-box
1. [✓] Exports as PDF
   ^^^ checklist/malformed-box “[x]”
- [~] Exports as XML
  ^^^ checklist/malformed-box in words
  - [-] with a schema
    ^^^ checklist/malformed-box
`),
    )
  })

  test('boxes, links, labels and brackets in a sentence are none', () => {
    expectMarks(
      'checklist/malformed',
      specWith(`### Goals
- [ ] Open
- [x] Done
- [X] Done
- [~](https://example.com) a link
- [P] A parallel task
- [Step 1] A label
- The type \`string[]\` or [] is empty
- \`[]\` is an empty list
- [][]
[] a paragraph

\`\`\`
- [] in code
\`\`\`
`),
    )
  })
})

describe('checklist/parent-done', () => {
  test('a ticked item with an open one below it', () => {
    const fixture = specWith(`### Goals
- [x] Exports are sent
  ^^^ checklist/parent-done its sub-item “to a folder” is still open: finish that one or untick this one
  - [x] by mail
  - [ ] to a folder
- [x] Exports are kept
  - [x] for 30 days
    ^^^ checklist/parent-done 2 of its sub-items are still open
    - [ ] on disk
    - [ ] on tape
`)
    expectMarks('checklist/parent-done', fixture)
    const finding = findingsIn(fixture.replace(/^ +\^.*\n/gm, '')).find(
      ({ rule }) => rule === 'checklist/parent-done',
    )
    expect(finding?.related).toMatchObject([{ message: 'Open: “to a folder”' }])
  })

  test('open parents, finished children and what was set aside on purpose are fine', () => {
    expectMarks(
      'checklist/parent-done',
      specWith(`### Goals
- [ ] Exports are sent
  - [x] by mail
- [x] Exports are kept
  - [x] for 30 days
  - [ ] ~~on tape~~
  - [ ] on punch cards (deferred)
  - [ ] Optional: on microfilm
  - [ ] on paper — out of scope
`),
    )
  })

  test('a word of setting aside within the sentence sets nothing aside', () => {
    expectMarks(
      'checklist/parent-done',
      specWith(`### Goals
- [x] Forms are checked
  ^^^ checklist/parent-done Validate optional fields
  - [ ] Validate optional fields
- [x] Events are listed
  ^^^ checklist/parent-done Show later events
  - [ ] Show later events
- [x] Drafts are kept
  ^^^ checklist/parent-done Optional fields are kept
  - [ ] Optional fields are kept
`),
    )
  })
})
