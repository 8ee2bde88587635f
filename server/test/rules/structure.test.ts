import { describe, expect, test } from 'vitest'
import { missingSection } from '../../src/core/rules/structure/missing-section'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'
import { builtInTemplate } from './support/spec-of'

describe('structure/missing-section', () => {
  const whole = specWith(missingSection.good.slice(missingSection.good.indexOf('## Why')))
  const messages = (text: string) =>
    findingsIn(text, [missingSection]).map(
      ({ span, message }) => `${text.slice(span.start, span.end)} → ${message}`,
    )

  test('a document with all required sections has nothing missing, optional ones absent or not', () => {
    expect(messages(whole)).toEqual([])
  })

  test('a missing section is reported on the heading it belongs after', () => {
    const text = whole.replace(/## Testing Strategy\n.*\n\n/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(
        /^## How \(Implementation Approach\) → The section “Testing Strategy” is missing/,
      ),
    ])
  })

  test('a missing part of the tree is one finding that names what it held', () => {
    const text = whole.replace(/## What[\s\S]*(?=## How)/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(
        /The sections “What \(.*\)”, “Functional Requirements” and “Acceptance Criteria” are missing: add “## What \(.*\)” and, under it, “### Functional Requirements” and “### Acceptance Criteria”; if it does not apply, write “N\/A” and the reason$/,
      ),
    ])
  })

  test('a section that the template fills with fields alone is there where they are', () => {
    expect(messages(whole.replace('## Overview\n', ''))).toEqual([])
    expect(messages(whole.replace(/## Overview\n[\s\S]*(?=## Why)/, ''))).toEqual([
      expect.stringMatching(/^# Specification: .* → The section “Overview” is missing: add “## Overview”;/),
    ])
  })

  test('a subsection alone is missing alone', () => {
    const text = whole.replace(/### Acceptance Criteria\n.*\n\n/, '')
    expect(messages(text)).toEqual([
      expect.stringMatching(/^### Functional Requirements → .*“Acceptance Criteria”/),
    ])
  })

  test('another level, case, number, emoji or suffix is the same heading', () => {
    const text = whole
      .replace('### Functional Requirements', '## 3. functional requirements *(mandatory)*')
      .replace('## Definition of Done', '#### ✅ Definition of Done')
    expect(messages(text)).toEqual([])
  })

  test('what is due from Implemented is not missed before, and missed then', () => {
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Approved'))).toEqual([])
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Implemented'))).toEqual([
      expect.stringMatching(
        /“Implementation Notes”, “Learnings”, “Deviations from Plan” and “Future Improvements” are missing/,
      ),
    ])
    expect(messages(whole.replace('**Status**: Draft', '**Status**: Done'))).toHaveLength(1)
  })
})

describe('structure/placeholder', () => {
  test('each text of the template that was left is marked, and filled ones are not', () => {
    expectMarks(
      'structure/placeholder',
      specWith(`### Functional Requirements
1. **[REQ-001]** The system MUST [specific requirement]
                                 ^^^^^^^^^^^^^^^^^^^^^^ structure/placeholder “[specific requirement]”
2. **[REQ-002]** The system SHOULD mail a link.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when [action], then [expected result]
                                     ^^^^^^^^ structure/placeholder
                                                    ^^^^^^^^^^^^^^^^^ structure/placeholder
`),
    )
  })

  test('a label in brackets that is none of the template’s texts is content', () => {
    expectMarks(
      'structure/placeholder',
      specWith(`### Implementation Plan
1. **[Git Flow]** Branch from main
- [Step 1] Ask [the owner](https://example.com) for access
- \`[specific requirement]\` is what the template says
`),
    )
  })

  test('a status that lists all its values is one', () => {
    const text = specWith('', 'Draft | Review | Approved | Implemented')
    expect(spokenOf('structure/placeholder', text)).toEqual(['Draft | Review | Approved | Implemented'])
  })

  test('a section before the status it is due from may stay as it is', () => {
    const notes = `## Implementation Notes
[To be filled during implementation]
`
    expect(spokenOf('structure/placeholder', specWith(notes, 'Approved'))).toEqual([])
    expect(spokenOf('structure/placeholder', specWith(notes, 'Implemented'))).toEqual([
      '[To be filled during implementation]',
    ])
  })

  test('a fresh document yields placeholder hints and nothing else', () => {
    const findings = findingsIn(builtInTemplate().body)
    expect(findings.length).toBeGreaterThan(30)
    expect(new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))).toEqual(
      new Set(['structure/placeholder hint']),
    )
  })
})

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
