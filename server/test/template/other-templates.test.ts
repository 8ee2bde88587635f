import { describe, expect, it } from 'vitest'
import { readTemplate } from '../../src/core/template/read-template'
import { readLines, templateOf } from './support/read'

describe('a template of user stories, with fields in a list and items in headings', () => {
  const template = templateOf([
    '---',
    'specmark:',
    '  name: story',
    '  kinds: { US: requirement, Check: criterion }',
    '  sections:',
    '    Stories: { required: true, role: requirement }',
    '  status:',
    '    stages: { Idea: draft, Agreed: approved, Live: implemented }',
    '    closed: [Dropped]',
    '---',
    '# [Story]',
    '',
    '- **Story ID**: STORY-NNNN',
    '- **Status:** [Idea | Agreed | Live]',
    '- **Owner**: [Name]',
    '',
    '## Stories',
    '',
    '### US-01: [Short title]',
    '',
    'As a [role], I want [goal], so that [benefit]',
    '',
    '* [ ] Check 1.1 — [What is checked]',
    '',
    '### US-02: [Short title]',
    '',
    '## Notes',
    'See [the guide](https://example.org) and `[code]`.',
  ])

  it('has no title pattern, since the whole title is a placeholder', () => {
    expect(template.titlePattern).toBeUndefined()
  })

  it('reads the fields of the list', () => {
    expect(template.fields.map(({ key, type }) => [key, type])).toEqual([
      ['story id', 'id'],
      ['status', 'status'],
      ['owner', 'text'],
    ])
    expect(template.lifecycle.values).toEqual(['Idea', 'Agreed', 'Live'])
    expect('STORY-0042').toMatch(template.documentId?.pattern ?? /never/)
  })

  it('takes item headings for items, not for sections', () => {
    expect(template.sections.map((section) => section.title)).toEqual(['Stories', 'Notes'])
    expect(template.kinds[0]?.shape).toMatchObject({
      form: 'heading',
      depth: 3,
      width: 2,
      before: '',
      after: ': ',
      home: 'Stories',
    })
    expect(template.kinds[0]?.shape?.sample).toMatch(/^\[Short title\]\n\nAs a \[role\]/)
  })

  it('reads two-level numbers and a dash after the ID', () => {
    expect(template.kinds[1]?.shape).toMatchObject({
      levels: 2,
      separator: ' ',
      afterId: ' — ',
      checkbox: true,
    })
  })

  it('leaves links and code out of the placeholders', () => {
    const texts = template.placeholders.map((one) => one.text)
    expect(texts).toContain('[What is checked]')
    expect(texts).not.toContain('[the guide]')
    expect(texts).not.toContain('[code]')
  })
})

describe('a template with tables for fields and items', () => {
  const template = templateOf([
    '---',
    'specmark:',
    '  kinds: { R: requirement }',
    '  placeholders: [<name>]',
    '---',
    '# Design: <name>',
    '',
    '| Field | Value |',
    '|---|---|',
    '| Status | Open \\| Closed |',
    '| Date | YYYY-MM-DD |',
    '',
    '## Requirements',
    '',
    '| ID | Text | Priority |',
    '|---|---|---|',
    '| **R-01** | [What it does] | Must/Should/Could |',
    '',
    '## Sign-off',
    '',
    'CI/CD and/or [nobody]',
  ])

  it('takes its name from its file', () => {
    expect(template.name).toBe('own')
  })

  it('reads the fields of the table, its caption left out', () => {
    expect(template.fields.map(({ key, type, values }) => [key, type, values])).toEqual([
      ['status', 'status', ['Open', 'Closed']],
      ['date', 'date', []],
    ])
  })

  it('reads items from rows', () => {
    expect(template.kinds[0]?.shape).toMatchObject({
      form: 'row',
      before: '| **',
      after: '** | ',
      sample: '[What it does] | Must/Should/Could |',
      bold: true,
      width: 2,
    })
    expect(template.sections[0]?.table?.columns[2]).toEqual({
      title: 'Priority',
      values: ['Must', 'Should', 'Could'],
    })
  })

  it('counts a named placeholder in angle brackets wherever it stands', () => {
    expect(template.placeholders).toContainEqual({ text: '<name>', bracketed: true })
  })
})

describe('a template without the product’s front matter', () => {
  it('serves with its sections, and its own front matter belongs to new documents', () => {
    const lines = [
      '---',
      'status: Draft | Final',
      'date: YYYY-MM-DD',
      '---',
      '# Note',
      '',
      '## Context',
      '[Why]',
    ]
    const { template, problems } = readLines(lines)
    expect(problems).toEqual([])
    expect(template?.body).toBe(lines.join('\n'))
    expect(template?.sections.map((section) => section.title)).toEqual(['Context'])
    expect(template?.fields.map(({ key, type, line }) => [key, type, line])).toEqual([
      ['status', 'status', 'status: Draft | Final'],
      ['date', 'date', 'date: YYYY-MM-DD'],
    ])
  })

  it('reads several level-1 headings as sections after the title', () => {
    const { template } = readLines(['# Title', '# One', '## Two', '# Three'])
    expect(template?.sections.map(({ title, parent }) => [title, parent?.title])).toEqual([
      ['One', undefined],
      ['Two', 'One'],
      ['Three', undefined],
    ])
  })
})

describe('line endings and marks', () => {
  const lines = [
    '---',
    'specmark:',
    '  kinds: { T: test }',
    '---',
    '# X: [Name]',
    '## Cases',
    '1. **[T-1]** Test [it]',
    '   - Input: [in]',
    '     more',
    '2. **[T-2]** Test [it]',
  ]

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
  ])('are kept in the body and plain in samples: %s', (_, ending) => {
    const { template, problems } = readLines(lines, ending)
    expect(problems).toEqual([])
    expect(template?.body).toBe(lines.slice(4).join(ending))
    expect(template?.kinds[0]?.shape?.sample).toBe('Test [it]\n   - Input: [in]\n     more')
  })

  it('reads past a byte-order mark, and places count from the start of the file', () => {
    const text = `\uFEFF${lines.join('\n').replace('test', 'tests')}`
    const { template, problems } = readTemplate({ uri: 'file:///own.md', text })
    expect(template?.body.startsWith('# X')).toBe(true)
    expect(problems.map(({ start, end }) => text.slice(start, end))).toEqual(['T: tests'])
  })
})
