import { describe, expect, test } from 'vitest'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { missingSection } from '../../src/core/rules/structure/missing-section'
import { expectMarks, findingsIn, inputOf, specWith, spokenOf } from './support/judge'
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

  test('one whose heading is misspelt is missing there, and renamed instead of inserted a second time', () => {
    const text = whole.replace('## Testing Strategy', '## Testing Stratgy')
    expect(messages(text)).toEqual([
      '## Testing Stratgy → The section “Testing Strategy” is missing: “Testing Stratgy” is almost its name, give it that',
    ])
    const fixes = findingsIn(text, [missingSection]).flatMap((one) => one.fixes ?? [])
    expect(fixes.map(({ title }) => title)).toEqual(['Rename to “Testing Strategy”'])
    expect(messages(text.replace('Stratgy', 'Strategy'))).toEqual([])
  })

  test('and no other rule says the same of that heading, as long as this one says it', () => {
    const text = whole.replace('## Testing Strategy', '## Testing Stratgy')
    const rulesIn = (severity: 'off' | undefined) => {
      const settings = {
        ...DEFAULT_SETTINGS,
        severity: (name: string) => (name === missingSection.name ? severity : undefined),
      }
      return runRules({ ...inputOf(text), settings })
        .map(({ rule }) => rule)
        .filter((rule) => rule === missingSection.name || rule === 'structure/near-miss-heading')
    }
    expect(rulesIn(undefined)).toEqual([missingSection.name])
    expect(rulesIn('off')).toEqual(['structure/near-miss-heading'])
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

  test('a section that only holds others is there where one of them has moved up to its place', () => {
    const moved = whole.replace(/## What.*\n\n/, '').replace(/### (?=Functional|Acceptance)/g, '## ')
    expect(messages(moved)).toEqual([])
    const tested = whole.replace('## Testing Strategy', '## Test Cases')
    expect(messages(tested)).toEqual([])
    const rest = moved.replace(/## Acceptance Criteria\n.*\n\n/, '')
    expect(messages(rest)).toEqual([
      expect.stringMatching(/^## Functional Requirements → The section “Acceptance Criteria” is missing/),
    ])
  })

  test('the sections inside one that lost its heading do not stand for it', () => {
    expect(messages(whole.replace(/## What.*\n\n/, ''))).toEqual([
      expect.stringMatching(/The section “What \(.*\)” is missing/),
    ])
  })

  test('a section is inserted as deep as those that the template has beside it', () => {
    const text = whole
      .replace(/## What.*\n\n/, '')
      .replace(/### Functional/, '## Functional')
      .replace(/### Acceptance Criteria\n.*\n\n/, '')
    const [finding] = findingsIn(text, [missingSection])
    const [edit] = finding?.fixes?.[0]?.edits() ?? []
    expect(edit?.text).toMatch(/^## Acceptance Criteria\n/)
    expect(text.slice(edit?.span.start)).toMatch(/^## How/)
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
