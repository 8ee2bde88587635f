import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findSection } from '../../src/core/template/headings'
import { builtInTemplate, readBuiltIn } from './support/built-in'

const given = new URL('../../../../shared/specification-template.md', import.meta.url)
const template = builtInTemplate()
const section = (heading: string) => findSection(template, heading)

describe('the built-in template', () => {
  it('has no problems', () => {
    expect(readBuiltIn().problems).toEqual([])
  })

  it('keeps its body byte for byte, trailing blanks and missing final newline included', () => {
    const hash = createHash('sha256').update(template.body, 'utf8').digest('hex')
    expect(hash).toBe('b71ce04c91b0f0d4debef2f9d2028fe045f0bf81e1bb9f620fe10281e7a98a5e')
  })

  it.runIf(existsSync(given))('has the given template as its body (runs where that file is present)', () => {
    expect(template.body).toBe(readFileSync(given, 'utf8'))
  })

  it('is recognised by a document ID with its date, and by its title', () => {
    const { recognise } = template.documentId ?? {}
    for (const id of [
      'SPEC-2026-01-15-001',
      'SPEC-2026-01-15-login',
      'SPEC-2026-1-5-3',
      'SPEC-[YYYY-MM-DD]-[NUMBER]',
    ]) {
      expect(id).toMatch(recognise ?? /never/)
    }
    for (const id of ['SPEC-001', 'SPEC-AUTH-001', 'REQ-2026-01-15-001', 'spec-2026-01-15-login'])
      expect(id).not.toMatch(recognise ?? /./)
    expect('Specification: Login').toMatch(template.titlePattern ?? /never/)
    expect('Spec — Login').toMatch(template.titlePattern ?? /never/)
    expect('SPEC-AUTH-001: Login').not.toMatch(template.titlePattern ?? /./)
    expect('Feature Specification: Login').not.toMatch(template.titlePattern ?? /./)
    expect('Specifications of the API').not.toMatch(template.titlePattern ?? /./)
  })

  it('knows its document ID by date and number', () => {
    const groups = template.documentId?.pattern.exec('SPEC-2026-01-15-001')?.groups
    expect(groups).toMatchObject({ date: '2026-01-15', number: '001' })
    expect('SPEC-2026-01-15-login').not.toMatch(template.documentId?.pattern ?? /./)
  })

  it('reads its fields from the lines under Overview, with types and values', () => {
    const seen = template.fields.map(({ key, type, values, line }) => ({ key, type, values, line }))
    const values = ['Draft', 'Review', 'Approved', 'Implemented']
    expect(seen).toEqual([
      { key: 'id', type: 'id', values: [], line: '**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]  ' },
      {
        key: 'status',
        type: 'status',
        values,
        line: '**Status**: Draft | Review | Approved | Implemented  ',
      },
      { key: 'created', type: 'date', values: [], line: '**Created**: [Date]  ' },
      { key: 'last updated', type: 'date', values: [], line: '**Last Updated**: [Date]  ' },
    ])
  })

  it('requires from the start what the lifecycle needs first, the notes only from Implemented', () => {
    const due = (from: string | undefined) =>
      template.sections.filter((one) => one.required && one.from === from).map((one) => one.title)
    expect(due(undefined)).toEqual([
      'Overview',
      'Why (Purpose & Context)',
      'What (Requirements & Acceptance Criteria)',
      'Functional Requirements',
      'Acceptance Criteria',
      'How (Implementation Approach)',
      'Testing Strategy',
      'Definition of Done',
    ])
    expect(due('Implemented')).toEqual([
      'Implementation Notes',
      'Learnings',
      'Deviations from Plan',
      'Future Improvements',
    ])
  })

  it.each([
    ['Goals', 'goal'],
    ['Functional Requirements', 'requirement'],
    ['Non-Functional Requirements', 'requirement'],
    ['Acceptance Criteria', 'criterion'],
    ['Implementation Plan', 'task'],
    ['Technical Decisions', 'decision'],
    ['Test Cases', 'test'],
    ['Validation Methods', 'validation'],
    ['Risks & Mitigations', 'risk'],
    ['Success Metrics', 'metric'],
    ['Definition of Done', 'done'],
    ['Overview', undefined],
  ])('gives %s the role %s', (heading, role) => {
    expect(section(heading)?.role).toBe(role)
  })

  it('has a span for each section that is the section', () => {
    const span = section('Goals')?.span ?? { start: 0, end: 0 }
    expect(template.body.slice(span.start, span.end)).toBe(
      '### Goals\n- [ ] Primary goal 1\n- [ ] Primary goal 2\n\n',
    )
  })

  it('reads kinds of item with the shape of their first item', () => {
    const kind = (prefix: string) => template.kinds.find((one) => one.prefix === prefix)
    expect(kind('REQ')).toMatchObject({
      role: 'requirement',
      shape: {
        bracketed: true,
        bold: true,
        list: 'ordered',
        width: 3,
        levels: 1,
        afterId: ' ',
        before: '**[',
      },
    })
    expect(kind('AC')).toMatchObject({
      role: 'criterion',
      shape: {
        checkbox: true,
        bracketed: false,
        width: 1,
        clauses: ['given', 'when', 'then'],
        afterId: ': ',
      },
    })
    expect(kind('AC')?.shape?.alternatives).toEqual(['edge case'])
    expect(kind('TEST')?.shape?.parts).toEqual(['Input', 'Expected'])
    expect(kind('Task')?.shape).toMatchObject({ separator: ' ', levels: 2, home: 'Implementation Plan' })
    expect(kind('FR')).toEqual({ prefix: 'FR', role: 'requirement', shape: undefined })
    expect(template.kinds.map((one) => one.prefix)).toEqual([
      'REQ',
      'FR',
      'NFR',
      'AC',
      'SC',
      'TEST',
      'TC',
      'Task',
    ])
  })

  it('puts each kind in the section that holds its items', () => {
    const homes = template.sections.filter((one) => one.kinds.length > 0)
    expect(homes.map((one) => [one.title, one.kinds.map(({ prefix }) => prefix)])).toEqual([
      ['Functional Requirements', ['REQ']],
      ['Acceptance Criteria', ['AC']],
      ['Implementation Plan', ['Task']],
      ['Test Cases', ['TEST']],
    ])
  })

  it('reads tables with the values of a column', () => {
    expect(section('Risks')?.table).toEqual({
      columns: [
        { title: 'Risk', values: [] },
        { title: 'Impact', values: ['High', 'Med', 'Low'] },
        { title: 'Probability', values: ['High', 'Med', 'Low'] },
        { title: 'Mitigation', values: [] },
      ],
      row: '| [Risk description] | High/Med/Low | High/Med/Low | [Mitigation strategy] |',
    })
  })

  it('counts as placeholders what is in brackets or named, and nothing that is content or an ID', () => {
    const texts = template.placeholders.map((one) => one.text)
    expect(texts).toEqual(
      expect.arrayContaining(['[Feature/Task Name]', '[Ideas for iteration]', '[Date]', '[Area]']),
    )
    expect(texts).toContain('[Specific metrics, e.g., "Process 1000 items in < 2 seconds"]')
    expect(texts).toContain('SPEC-[YYYY-MM-DD]-[NUMBER]')
    for (const text of ['[REQ-001]', '[TEST-002]', '[ ]', '[NUMBER]', 'Write unit tests'])
      expect(texts).not.toContain(text)
    const plain = template.placeholders.filter((one) => !one.bracketed).map((one) => one.text)
    expect(plain).toEqual([
      'Option A, Option B',
      'Primary goal 1',
      'Primary goal 2',
      'High/Med/Low',
      'Option A',
    ])
    const lengths = texts.map((text) => text.length)
    expect(lengths).toEqual(lengths.toSorted((one, other) => other - one))
  })
})
