import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../src/core/fixes/apply-edits'
import { runRules } from '../../src/core/rules/run'
import { DEFAULT_SETTINGS, type RuleSettings } from '../../src/core/rules/settings'
import { inputOf, specWith } from '../rules/support/judge'
import { changedLines } from './support/diff'

/** What the fixes of a rule's first finding are called, and the lines that each changes. */
function fixesIn(text: string, rule: string, settings: Partial<RuleSettings> = {}) {
  const input = { ...inputOf(text), settings: { ...DEFAULT_SETTINGS, ...settings } }
  const finding = runRules(input).find((one) => one.rule === rule)
  if (finding === undefined) throw new Error(`${rule} is silent`)
  return (finding.fixes ?? []).map((fix) => {
    const edits = fix.edits()
    const blanks = edits.flatMap((edit) =>
      (edit.blanks ?? []).map(({ start, end }) => edit.text.slice(start, end)),
    )
    return { title: fix.title, lines: changedLines(text, applyEdits(text, edits)), blanks }
  })
}

function onlyFix(text: string, rule: string, settings?: Partial<RuleSettings>) {
  const [fix, ...others] = fixesIn(text, rule, settings)
  if (fix === undefined || others.length > 0) throw new Error(`${rule} has not one fix`)
  return fix
}

describe('metadata/missing-field', () => {
  const headed = (fields: string) =>
    `# Specification: Export\n\n${fields}\n## Why\nFor us.\n\n## What\nThis.\n`
  const added = (fields: string) => onlyFix(headed(fields), 'metadata/missing-field').lines

  test('a field is written as the one before it in the template is', () => {
    expect(added('**ID**: SPEC-2026-01-15-001\n**Status**: Draft\n**Created**: 2026-01-15\n')).toEqual([
      '-**Created**: 2026-01-15',
      '+**Created**: 2026-01-15  ',
      '+**Last Updated**: 2026-03-01',
    ])
    expect(added('- **ID:** SPEC-2026-01-15-001\n- **Status:** Draft\n- **Created:** 2026-01-15\n')).toEqual([
      '+- **Last Updated:** 2026-03-01',
    ])
    expect(
      added(
        '| Field | Value |\n|--|--|\n| ID | SPEC-2026-01-15-001 |\n| Status | Draft |\n| Created | 2026-01-15 |\n',
      ),
    ).toEqual(['+| Last Updated | 2026-03-01 |'])
  })

  test('in front matter in small letters, as its neighbours are', () => {
    const text = `---\nid: SPEC-2026-01-15-001\nstatus: "Draft"\nlast updated: 2026-01-15\n---\n\n${headed('')}`
    expect(onlyFix(text, 'metadata/missing-field').lines).toEqual(['+created: "2026-01-15"'])
  })

  test('before the one behind it where none stands before it, and with what the template has for it', () => {
    const fix = onlyFix(
      headed('**Status**: Draft  \n**Created**: 2026-01-15  \n**Last Updated**: 2026-01-15\n'),
      'metadata/missing-field',
    )
    expect(fix.lines).toEqual(['+**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]  '])
    expect(fix.blanks).toEqual(['SPEC-[YYYY-MM-DD]-[NUMBER]'])
  })

  test('in a document without fields under the heading that the template has them under', () => {
    const text = '# Specification: Export\n\n## Overview\nIt exports.\n\n## Why\nFor us.\n\n## What\nThis.\n'
    expect(fixesIn(text, 'metadata/missing-field').map(({ lines }) => lines)).toEqual([
      ['+**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]  ', '+'],
    ])
  })

  test('Created is no later than what is known of Last Updated', () => {
    expect(
      added('**ID**: SPEC-2026-01-15-001  \n**Status**: Draft  \n**Last Updated**: 2026-02-20\n'),
    ).toEqual(['+**Created**: 2026-02-20  '])
  })

  test('an empty field keeps what breaks its line', () => {
    expect(
      added(
        '**ID**: SPEC-2026-01-15-001  \n**Status**: Draft  \n**Created**:  \n**Last Updated**: 2026-01-15\n',
      ),
    ).toEqual(['-**Created**:  ', '+**Created**: 2026-01-15  '])
  })
})

describe('id/malformed', () => {
  test('an ID without a number gets the next one free', () => {
    const list =
      '### Functional Requirements\n1. **[REQ-001]** The system MUST a.\n2. **[REQ-]** The system MUST b.\n'
    expect(onlyFix(specWith(list), 'id/malformed')).toMatchObject({
      title: 'Change REQ- to REQ-002',
      lines: ['-2. **[REQ-]** The system MUST b.', '+2. **[REQ-002]** The system MUST b.'],
    })
  })
})

describe('requirement/compound', () => {
  const split = (list: string) =>
    onlyFix(specWith(`### Functional Requirements\n${list}`), 'requirement/compound')

  test('the list counts on behind the second half', () => {
    const list = '1. **[REQ-001]** The system MUST a and MUST b.\n2. **[REQ-002]** The system MUST c.\n'
    expect(split(list)).toMatchObject({
      title: 'Split into REQ-001 and REQ-003',
      lines: [
        '-1. **[REQ-001]** The system MUST a and MUST b.',
        '-2. **[REQ-002]** The system MUST c.',
        '+1. **[REQ-001]** The system MUST a.',
        '+2. **[REQ-003]** The system MUST b.',
        '+3. **[REQ-002]** The system MUST c.',
      ],
    })
  })

  test('a list of ones stays one, and so do bullets', () => {
    const list = '1. **[REQ-001]** The system MUST a and MUST b.\n1. **[REQ-002]** The system MUST c.\n'
    expect(split(list).lines).toContain('+1. **[REQ-003]** The system MUST b.')
    expect(split(list.replaceAll('1. ', '- ')).lines).toContain('+- **[REQ-003]** The system MUST b.')
  })
})

describe('requirement/ears', () => {
  const severity = (name: string) => (name === 'requirement/ears' ? ('info' as const) : undefined)
  test.each([
    ['The system MUST refuse when another waits.', 'When another waits, the system MUST refuse.'],
    ['Each desk MUST close if nobody comes.', 'If nobody comes, then each desk MUST close.'],
    ['When another waits the system MUST refuse.', 'When another waits, the system MUST refuse.'],
    ['If nobody comes, the system MUST close.', 'If nobody comes, then the system MUST close.'],
    [
      'When a book is late, while the desk is open, the system MUST ring.',
      'While the desk is open, when a book is late, the system MUST ring.',
    ],
  ])('%s', (before, after) => {
    const text = specWith(`### Functional Requirements\n1. **[REQ-001]** ${before}\n`)
    expect(onlyFix(text, 'requirement/ears', { severity }).lines[1]).toBe(`+1. **[REQ-001]** ${after}`)
  })

  test.each([
    'When a book of the owner of the house is late the owner of the house MUST ring; the system MUST log it.',
    'The system MUST refuse (see below) when another waits.',
  ])('what is not plain is left to its author: %s', (sentence) => {
    const text = specWith(`### Functional Requirements\n1. **[REQ-001]** ${sentence}\n`)
    expect(fixesIn(text, 'requirement/ears', { severity })).toEqual([])
  })
})

describe('criterion/given-when-then', () => {
  const inserted = (criterion: string) =>
    onlyFix(specWith(`### Acceptance Criteria\n- [ ] **AC-1**: ${criterion}\n`), 'criterion/given-when-then')

  test.each([
    ['Given a book, then it is read', 'Given a book, when [action], then it is read'],
    ['When it is read, then it closes.', 'Given [context], when it is read, then it closes.'],
    ['Given a book, when it is read.', 'Given a book, when it is read, then [expected result].'],
    [
      'Given a book, when it is read (REQ-001)',
      'Given a book, when it is read, then [expected result] (REQ-001)',
    ],
    ['Given a book.', 'Given a book, when [action], then [expected result].'],
    ['Then it closes', 'Given [context], when [action], then it closes'],
    ['The book is closed.', 'Given [context], when [action], then the book is closed.'],
    ['**Given** a book, **then** it is read', '**Given** a book, when [action], **then** it is read'],
    [
      'Given a book that `then` names',
      'Given a book that `then` names, when [action], then [expected result]',
    ],
  ])('%s', (before, after) => {
    expect(inserted(before).lines).toEqual([`-- [ ] **AC-1**: ${before}`, `+- [ ] **AC-1**: ${after}`])
  })

  test('its words are those of the menu, and what is in brackets is to be typed over', () => {
    expect(inserted('Given a book, then it is read')).toMatchObject({
      title: 'Insert “when [action]”',
      blanks: ['[action]'],
    })
  })

  test('clauses out of order, or in another language, are left to their author', () => {
    const text = (criterion: string) => specWith(`### Acceptance Criteria\n- [ ] **AC-1**: ${criterion}\n`)
    for (const criterion of [
      'When it is read, given a book, then it closes',
      'Wenn es gelesen wird, dann schließt es',
    ]) {
      expect(fixesIn(text(criterion), 'criterion/given-when-then')).toEqual([])
    }
  })
})

describe('test/missing-part', () => {
  const cases = (parts: string) => specWith(`### Test Cases\n1. **[TEST-001]** Test export\n${parts}`)

  test('a part stands where the template has it, to be typed over', () => {
    expect(onlyFix(cases('   - Expected: a file\n'), 'test/missing-part')).toEqual({
      title: 'Insert “Input”',
      lines: ['+   - Input: TBD'],
      blanks: ['TBD'],
    })
    expect(onlyFix(cases('   - Input: a ledger\n'), 'test/missing-part').lines).toEqual([
      '+   - Expected: TBD',
    ])
    expect(onlyFix(cases(''), 'test/missing-part')).toMatchObject({
      title: 'Insert “Input” and “Expected”',
      lines: ['+   - Input: TBD', '+   - Expected: TBD'],
    })
  })

  test('under an item with a tab behind its number it is indented as far', () => {
    const text = specWith('### Test Cases\n1.\t**[TEST-001]** Test export\n')
    expect(onlyFix(text, 'test/missing-part').lines[0]).toBe('+    - Input: TBD')
  })
})

describe('trace/no-criterion and trace/no-test', () => {
  const traced = { traced: ['criterion', 'test'] as const }
  const requirements = '### Functional Requirements\n1. **[REQ-001]** The system MUST export.\n\n'

  test('the first of its kind stands in the section that the template gives it', () => {
    const fix = onlyFix(specWith(`${requirements}### Acceptance Criteria\n`), 'trace/no-criterion', traced)
    expect(fix).toEqual({
      title: 'Add acceptance criterion AC-1 for REQ-001',
      lines: ['+- [ ] **AC-1**: Given [context], when [action], then [expected result] (REQ-001)'],
      blanks: ['[context]', '[action]', '[expected result]'],
    })
    expect(fixesIn(specWith(requirements), 'trace/no-criterion', traced)).toEqual([])
  })

  test('a new one is as far from the last as that is from the one before', () => {
    const two = (gap: string) =>
      specWith(
        `${requirements}### Test Cases\n1. **[TEST-001]** Test a\n   - Input: a\n   - Expected: b\n${gap}2. **[TEST-002]** Test b\n   - Input: a\n   - Expected: b\n`,
      )
    expect(onlyFix(two('\n'), 'trace/no-test', traced).lines).toEqual([
      '+',
      '+3. **[TEST-003]** Test [feature] with [condition] (REQ-001)',
      '+   - Input: [specific input]',
      '+   - Expected: [specific output]',
    ])
    expect(onlyFix(two(''), 'trace/no-test', traced).lines).toHaveLength(3)
  })
})

describe('suppression/unknown-rule', () => {
  const titles = (comment: string) =>
    fixesIn(specWith(`## Why\n${comment}\nTBD: ask.\n`), 'suppression/unknown-rule').map(
      ({ title, lines }) => [title, ...lines],
    )

  test('a name like a rule’s is that rule’s, any other goes', () => {
    expect(titles('<!-- specmark-disable-next-line structure/unresolved-marker, id/dupe -- old -->')).toEqual(
      [
        [
          'Remove id/dupe from the comment',
          '-<!-- specmark-disable-next-line structure/unresolved-marker, id/dupe -- old -->',
          '+<!-- specmark-disable-next-line structure/unresolved-marker -- old -->',
        ],
      ],
    )
    expect(titles('<!-- specmark-disable-next-line id/dupe, structure/unresolved-marker -->')[0]?.[2]).toBe(
      '+<!-- specmark-disable-next-line structure/unresolved-marker -->',
    )
    expect(
      titles('<!-- specmark-disable-next-line structure/unresolved-markers -->').map(([title]) => title),
    ).toEqual(['Change structure/unresolved-markers to structure/unresolved-marker', 'Remove this comment'])
  })

  test('a command that is nearly one becomes it', () => {
    expect(titles('<!-- specmark-disable-nextline structure/unresolved-marker -->')[0]?.slice(0, 3)).toEqual([
      'Change specmark-disable-nextline to specmark-disable-next-line',
      '-<!-- specmark-disable-nextline structure/unresolved-marker -->',
      '+<!-- specmark-disable-next-line structure/unresolved-marker -->',
    ])
  })

  test('words behind a rule are marked as its reason; alone they would silence every rule', () => {
    expect(titles('<!-- specmark-disable-next-line structure/unresolved-marker as agreed -->')).toEqual([
      [
        'Insert “--” before it',
        '-<!-- specmark-disable-next-line structure/unresolved-marker as agreed -->',
        '+<!-- specmark-disable-next-line structure/unresolved-marker -- as agreed -->',
      ],
      [
        'Remove as, agreed from the comment',
        '-<!-- specmark-disable-next-line structure/unresolved-marker as agreed -->',
        '+<!-- specmark-disable-next-line structure/unresolved-marker -->',
      ],
    ])
    expect(titles('<!-- specmark-disable-next-line as agreed -->').map(([title]) => title)).toEqual([
      'Remove this comment',
    ])
  })
})

describe('suppression/unused', () => {
  test('its line goes with it, and one of two blank lines around it', () => {
    const text = specWith('## Why\nFor us.\n\n<!-- specmark-disable id/gap -->\n\n## Later\nMore.\n')
    expect(onlyFix(text, 'suppression/unused').lines).toEqual(['-<!-- specmark-disable id/gap -->', '-'])
    const file = `<!-- specmark-disable-file id/gap -->\n\n${specWith('')}`
    expect(onlyFix(file, 'suppression/unused').lines).toEqual(['-<!-- specmark-disable-file id/gap -->', '-'])
  })

  test('behind a text it goes with the blanks before it', () => {
    const text = specWith('### Goals\n- Export <!-- specmark-disable-line id/gap -- old -->\n')
    expect(onlyFix(text, 'suppression/unused').lines.at(-1)).toBe('+- Export')
  })
})
