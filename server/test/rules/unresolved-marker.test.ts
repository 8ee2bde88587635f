import { describe, test } from 'vitest'
import { expectMarks, specWith } from './support/judge'

describe('structure/unresolved-marker', () => {
  test('markers alone in an item, a cell or behind a label', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`Owner: TBD
       ^^^ structure/unresolved-marker “TBD”

### Functional Requirements
1. **[REQ-001]** TBD
                 ^^^ structure/unresolved-marker
2. **[REQ-002]** ???
                 ^^^ structure/unresolved-marker
- **Retention**: TBC.
                 ^^^ structure/unresolved-marker

| Risk | Owner |
|------|-------|
| Loss | TBR |
         ^^^ structure/unresolved-marker
| Fire | tbd |
         ^^^ structure/unresolved-marker
`),
    )
  })

  test('markers in brackets, and before a colon or an opening bracket', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`The path [TBD] is read, the model (TODO: ask Ann) is not.
          ^^^ structure/unresolved-marker
                                   ^^^^ structure/unresolved-marker

- Server page (path TBD during analysis)
                    ^^^ structure/unresolved-marker
- TODO(ann): name the bucket
  ^^^^ structure/unresolved-marker
- Retention is TBD (legal decides)
               ^^^ structure/unresolved-marker
- FIXME: two figures contradict
  ^^^^^ structure/unresolved-marker
`),
    )
  })

  test('open questions are asked back', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for [NEEDS CLARIFICATION: how long?]
                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ structure/unresolved-marker “how long?”
2. **[REQ-002]** The system MUST sign exports with [NEEDS CLARIFICATION]
                                                   ^^^^^^^^^^^^^^^^^^^^^ structure/unresolved-marker
`),
    )
  })

  test('an example list and a form without a name wait for nothing', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for 30 days.

*Example of marking unclear requirements:*
- **[REQ-002]** The system MUST sign with [NEEDS CLARIFICATION: which key?]
- **[REQ-003]** TBD

Still to be told:
- TBD
  ^^^ structure/unresolved-marker

### Non-Functional Requirements
- **Security**: TBD
                ^^^ structure/unresolved-marker
`),
    )
    expectMarks(
      'structure/unresolved',
      '# Feature Specification: [FEATURE NAME]\n\n- **FR-001**: TBD\n- **FR-002**: [NEEDS CLARIFICATION: who?]\n',
    )
  })

  test('a line that speaks of markers elsewhere still waits for its answer', () => {
    expectMarks(
      'structure/unresolved-marker',
      specWith(`### Functional Requirements
1. **[REQ-001]** The app MUST show the days that remain (TODO: since when).
                                                         ^^^^ structure/unresolved-marker
2. **[REQ-002]** TODO: choose the placeholder of the field
                 ^^^^ structure/unresolved-marker
3. **[REQ-003]** The app MUST list marked entries (TBD)
                                                   ^^^ structure/unresolved-marker
`),
    )
  })

  test('what is left to a section that the document has is answered or due there', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`### Background
- The file of the job (path TBD during Technical Analysis)
- The format of the file (TBD in the technical analysis)
- The name of the file (TBD in a later release)
                        ^^^ structure/unresolved-marker

## Technical Analysis
The job is \`export.ts\`.
`),
    )
  })

  test('text that speaks of markers, lists and states holds none', () => {
    expectMarks(
      'structure/unresolved',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST show a TODO list of open exports.
2. **[REQ-002]** The system MUST delete TODO comments (all of them).
3. **[REQ-003]** The system MUST reject the words “TBD” and "TODO:".
4. **[REQ-004]** The parser MUST know \`TBD: later\` and the markers TBD, TODO and ???.

- [ ] No [NEEDS CLARIFICATION] markers remain
- [ ] All ambiguities marked (5 [NEEDS CLARIFICATION])
- [ ] No TODO: left in the code
- Use [NEEDS CLARIFICATION: specific question] for any assumption
- Really???? and wat???

## TODO

| TODO | DOING |
|------|-------|
| one  | two   |

| Task | Status |
|------|--------|
| Mail | TODO   |

\`\`\`
TBD: in code
\`\`\`

<!-- TODO: in a comment -->
`),
    )
  })
})
