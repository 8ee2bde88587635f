import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { expectMarks, findingsIn, specWith, spokenOf } from './support/judge'

const head = (lines: string) => `# Specification: Ledger export

## Overview
${lines}

## Why
Accountants ask for it.
`

describe('metadata/missing-field', () => {
  test('an empty field is reported on its label, an absent one behind the last that is there', () => {
    expectMarks(
      'metadata/missing-field',
      `# Specification: Ledger export

## Overview
**ID**: SPEC-2026-01-15-001
**Status**: Draft
**Created**:
  ^^^^^^^ metadata/missing-field “Created” is empty
  ^^^^^^^ metadata/missing-field “Last Updated” is missing: add “**Last Updated**: YYYY-MM-DD”

## Why
Accountants ask for it.
`,
    )
  })

  test('without any field, the title is where to add them, each as the template writes it', () => {
    const text =
      '# Specification: Ledger export\n\n## Why\nAccountants ask for it.\n\n## Overview\nIt exports.\n'
    const found = findingsIn(text).filter(({ rule }) => rule === 'metadata/missing-field')
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual(
      Array(4).fill('# Specification: Ledger export'),
    )
    expect(found.map(({ message }) => message.replace(/.*: add/, 'add'))).toEqual([
      'add “**ID**: SPEC-YYYY-MM-DD-NUMBER”',
      'add “**Status**: Draft”',
      'add “**Created**: YYYY-MM-DD”',
      'add “**Last Updated**: YYYY-MM-DD”',
    ])
  })

  test.each([
    ['# SPEC-002 Ledger export', false],
    ['# Spec 3: Ledger export', false],
    ['# Specification 2.0: Ledger export', true],
    ['# Specification: Ledger export', true],
    ['# Specification: SPEC-002 Ledger export', false],
    ['# Specification: Spec 3 – Ledger export', false],
    ['# Specification: Ledger export for spec sheets', true],
  ])('the title %s leaves the ID missing: %s', (title, missing) => {
    const text = `${title}\n\n**Status**: Draft\n**Created**: 2026-01-15\n**Last Updated**: 2026-01-15\n\n## Overview\n\n## Why\nA\n\n## What\nB\n\n## Definition of Done\n`
    expect(spokenOf('metadata/missing-field', text)).toHaveLength(missing ? 1 : 0)
  })

  test('a field counts in every form, and under its aliases', () => {
    expect(
      spokenOf(
        'metadata/missing-field',
        `---
id: SPEC-2026-01-15-001
created: 2026-01-15
---
# Specification: Ledger export

| Field | Value |
|-------|-------|
| Status | Draft |

- **Updated:** 2026-01-16

## Overview

## Why
Accountants ask for it.
`,
      ),
    ).toEqual([])
  })
})

describe('metadata/invalid-id', () => {
  const idIs = (id: string) =>
    findingsIn(head(`**ID**: ${id}  \n**Status**: Draft`))
      .filter(({ rule }) => rule === 'metadata/invalid-id')
      .map(({ message }) => message)

  test.each([
    'SPEC-2026-01-15-001',
    'SPEC-2026-12-31-12',
    '`SPEC-2026-01-15-001`',
    'SPEC-2026-01-15-ledger-export',
  ])('%s is one', (id) => {
    expect(idIs(id)).toEqual([])
  })

  test.each([
    ['SPEC-2026-02-30-001', 'no 2026-02-30 in the calendar'],
    ['SPEC-2026-13-01-001', 'calendar'],
    ['SPEC-2026-02-30-export', 'SPEC-YYYY-MM-DD-NUMBER'],
    ['SPEC-2026-01-15', 'SPEC-YYYY-MM-DD-NUMBER'],
    ['LEDGER-7', 'SPEC-YYYY-MM-DD-NUMBER'],
  ])('%s is none: %s', (id, says) => {
    expect(idIs(id)).toEqual([expect.stringContaining(says)])
  })

  test('an ID of another form is told the template’s, and the first of today', () => {
    expect(idIs('REQ-000')).toEqual([
      '“REQ-000” does not fit this template’s ID pattern: write SPEC-YYYY-MM-DD-NUMBER, for example SPEC-2026-03-01-001',
    ])
  })

  test('is proposed one that no other spec has', () => {
    const text = head('**ID**: SPEC-2026-02-30-001  \n**Status**: Draft')
    const proposedBeside = (...ids: readonly string[]) => {
      const beside = ids.map((id, at) => [`${at}.md`, head(`**ID**: ${id}  \n**Status**: Draft`)] as const)
      const found = findingsIn(text, undefined, Object.fromEntries(beside))
      return found.find(({ rule }) => rule === 'metadata/invalid-id')?.fixes?.map(({ title }) => title)
    }
    expect(proposedBeside()).toEqual(['Change the ID to SPEC-2026-03-01-001'])
    expect(proposedBeside('SPEC-2026-03-02-001')).toEqual(['Change the ID to SPEC-2026-03-01-001'])
    expect(proposedBeside('spec-2026-03-01-001', 'SPEC-2026-03-01-007')).toEqual([
      'Change the ID to SPEC-2026-03-01-008',
    ])
  })

  test('its new ID stands where the document names itself too', () => {
    const text = head(
      '**ID**: SPEC-0012  \n**Status**: Draft\n\nSPEC-0012 is SPEC-0012#REQ-001, not SPEC-00123.',
    )
    const finding = findingsIn(text).find(({ rule }) => rule === 'metadata/invalid-id')
    expect(applyEdits(text, finding?.fixes?.[0]?.edits() ?? [])).toBe(
      text.replaceAll(/SPEC-0012(?!3)/g, 'SPEC-2026-03-01-012'),
    )
  })

  test('an ID that is filled in part is a placeholder still', () => {
    expect(idIs('SPEC-2026-01-15-[NUMBER]')).toEqual([])
    expect(idIs('SPEC-[YYYY-MM-DD]-[NUMBER]')).toEqual([])
    const text = head('**ID**: SPEC-2026-01-15-[NUMBER]  \n**Status**: Draft')
    expect(spokenOf('structure/placeholder', text)).toEqual(['[NUMBER]'])
  })
})

describe('metadata/unknown-status', () => {
  const statusIs = (status: string) =>
    findingsIn(specWith('## Why\nAccountants ask for it.\n', status))
      .filter(({ rule }) => rule === 'metadata/unknown-status')
      .map(({ message, severity }) => `${severity}: ${message}`)

  test.each([
    'Draft',
    '**approved**',
    '✅ Implemented',
    'Completed (2026-02-01)',
    'In Progress – second half',
    'Superseded by SPEC-2026-02-01-001',
    'Draft | Review | Approved | Implemented',
    '`In Review`',
  ])('%s is known', (status) => {
    expect(statusIs(status)).toEqual([])
  })

  test('a slip is an error that names what was meant and what there is', () => {
    expect(statusIs('Aproved')).toEqual([
      'error: Unknown status “Aproved”: did you mean Approved? Use Draft, Review, Approved or Implemented',
    ])
    expect(statusIs('Banana')).toEqual([
      'error: Unknown status “Banana”: use Draft, Review, Approved or Implemented, or make it a synonym of one in specmark.json',
    ])
  })

  test('an empty status is missing, not unknown', () => {
    expect(statusIs('')).toEqual([])
  })
})

describe('metadata/invalid-date', () => {
  test('what is no real date in ISO form is reported, with the date where it can mean only one', () => {
    expectMarks(
      'metadata/invalid-date',
      head(`**ID**: SPEC-2026-01-15-001
**Status**: Draft
**Created**: January 15, 2026
             ^^^^^^^^^^^^^^^^ metadata/invalid-date write 2026-01-15
**Last Updated**: 2026-02-30
                  ^^^^^^^^^^ metadata/invalid-date no 2026-02-30 in the calendar`),
    )
    expectMarks(
      'metadata/invalid-date',
      head(`**Created**: 03/04/2026
             ^^^^^^^^^^ metadata/invalid-date Created is “03/04/2026”, which is not a date: write YYYY-MM-DD
**Last Updated**: soon
                  ^^^^ metadata/invalid-date`),
    )
  })

  test('a date with a note, “N/A”, a placeholder and an empty field are left alone', () => {
    expectMarks(
      'metadata/invalid-date',
      head(`**Created**: 2026-01-15 (moved from the wiki)
**Last Updated**: N/A`),
    )
    expectMarks('metadata/invalid-date', head('**Created**: [Date]\n**Last Updated**:'))
    const left = head('**Status**: Draft\n**Created**: [DATE]\n**Last Updated**: [Date]')
    expectMarks('metadata/invalid-date', left)
    expect(spokenOf('structure/placeholder', left)).toEqual(['[DATE]', '[Date]'])
  })

  test('a date that is still to be determined is reported once', () => {
    const text = head('**Created**: TBD\n**Last Updated**: 2026-01-15')
    expect(findingsIn(text).filter(({ span }) => text.slice(span.start, span.end) === 'TBD')).toMatchObject([
      { rule: 'structure/unresolved-marker' },
    ])
  })
  test.each([
    ['ID', '**ID**: TBD\n**Status**: Draft'],
    ['status', '**ID**: SPEC-2026-01-15-001\n**Status**: TBD'],
  ])('so is an open %s', (_, lines) => {
    const text = head(lines)
    const found = findingsIn(text).filter(({ span }) => text.slice(span.start, span.end) === 'TBD')
    expect(found.map(({ rule }) => rule)).toEqual(['structure/unresolved-marker'])
  })
})
