import { describe, expect, it } from 'vitest'
import { at, only, readSpec } from './support/read-spec'

/** Label, value, and the text where the value stands. */
function fieldsOf(text: string): string[][] {
  const spec = readSpec(text)
  return spec.fields.map((field) => [at(spec, field.labelSpan), field.value, at(spec, field.valueSpan)])
}

describe('fields are read', () => {
  it('from bold lines, several in a paragraph', () => {
    const spec = readSpec(
      '# T\n\n## Overview\n**ID**: SPEC-2026-01-15-001  \n**Status:** Draft  \n**Owner**: Ann\n',
    )
    expect(spec.fields.map(({ key, label, value, form }) => [key, label, value, form])).toEqual([
      ['id', 'ID', 'SPEC-2026-01-15-001', 'bold'],
      ['status', 'Status', 'Draft', 'bold'],
      ['owner', 'Owner', 'Ann', 'bold'],
    ])
    expect(spec.documentId).toBe(spec.fields[0])
    expect(spec.status.field).toBe(spec.fields[1])
  })

  it.each([
    ['two in a line', '# T\n\n**Status**: Draft | **Created**: 2026-01-15\n'],
    ['a list', '# T\n\n- **Status**: Draft\n- Created: 2026-01-15\n'],
    ['plain lines', '# T\n\nStatus: Draft\nCreated: 2026-01-15\n'],
    ['a quotation', '# T\n\n> **Status**: Draft\n> **Created**: 2026-01-15\n'],
    ['a table of rows', '# T\n\n| Field | Value |\n|--|--|\n| Status | Draft |\n| Created | 2026-01-15 |\n'],
    [
      'a table whose first row is its header',
      '# T\n\n| Status | Draft |\n|--|--|\n| Created | 2026-01-15 |\n',
    ],
    [
      'a table of columns',
      '# T\n\n| Status | Created |\n|--|--|\n| Draft | 2026-01-15 |\n'
        .replace('| Status', '| Owner | Status')
        .replace('|--|--|', '|--|--|--|')
        .replace('| Draft', '| Ann | Draft'),
    ],
    ['code spans', '# T\n\n**Status**: `Draft`\n**Created**: `2026-01-15`\n'],
    ['values in bold', '# T\n\n**Status**: **Draft**\n**Created**: *2026-01-15*\n'],
    ['another case', '# T\n\n**STATUS**: Draft\n**created**: 2026-01-15\n'],
    [
      'the second section',
      '# T\n\n## Summary\n\nText.\n\n## Metadata\n\n**Status**: Draft\n**Created**: 2026-01-15\n',
    ],
  ])('from %s', (_, text) => {
    const spec = readSpec(text)
    const known = spec.fields.filter(({ definition }) => definition !== undefined)
    expect(known.map(({ key, value, valueSpan }) => [key, value, at(spec, valueSpan)])).toEqual([
      ['status', 'Draft', 'Draft'],
      ['created', '2026-01-15', '2026-01-15'],
    ])
  })

  it('from front matter', () => {
    const text =
      '---\nid: "SPEC-2026-01-15-001"\nstatus: draft # for now\nlast_updated: 2026-01-15\ntags: [a, b]\n---\n# T\n'
    expect(fieldsOf(text)).toEqual([
      ['id', 'SPEC-2026-01-15-001', 'SPEC-2026-01-15-001'],
      ['status', 'draft', 'draft'],
      ['last_updated', '2026-01-15', '2026-01-15'],
    ])
    expect(readSpec(text).fields.map(({ key }) => key)).toEqual(['id', 'status', 'last updated'])
  })

  it('from a section that is called like the status', () => {
    const spec = readSpec('# T\n\n## Status\n\n**Done** (2026-01-15)\n\n## Story\n')
    expect(spec.status).toMatchObject({ raw: 'Done (2026-01-15)', value: 'Implemented' })
    expect(only(spec.fields).form).toBe('heading')
  })

  it.each([
    ['# T\n\n**Status**:\n\ntext'],
    ['# T\n\n**Status**: \n\ntext'],
    ['---\nstatus:\n---\n'],
    ['# T\n\n| Field | Value |\n|--|--|\n| Status |  |\n'],
    ['# T\n\n- **Status**:\n'],
  ])('without a value, with the place where it goes: %j', (text) => {
    const field = only(readSpec(text).fields)
    expect(field).toMatchObject({ key: 'status', value: '' })
    expect(field.valueSpan.start).toBe(field.valueSpan.end)
    expect(text.slice(0, field.valueSpan.start)).toMatch(/status(\*\*)?(:| \|) ?$/i)
  })
})

describe('no field is', () => {
  it.each([
    ['a label far down', '# T\n\n## A\n\n## B\n\n## C\n\n**Status**: Draft'],
    ['a plain label that the template does not know', '# T\n\nNote: this is a sentence.'],
    ['a bold word in a sentence', '# T\n\nThis is **bold**: so it is.'],
    ['a table of something else', '# T\n\n| ID | Description |\n|--|--|\n| 1 | first |\n| 2 | second |'],
    ['broken front matter', '---\n: : [\n---\n'],
    ['a value in code', '# T\n\n```\nStatus: Draft\n```'],
  ])('%s', (_, text) => {
    expect(fieldsOf(text)).toEqual([])
  })
})

describe('the status', () => {
  const status = (value: string) => readSpec(`# T\n\n**Status**: ${value}\n`).status

  it.each([
    ['Draft', 'Draft', 'draft'],
    ['APPROVED', 'Approved', 'approved'],
    ['approved (by the desk, 3 March)', 'Approved', 'approved'],
    ['✅ Implemented', 'Implemented', 'implemented'],
    ['`in-progress`', 'Approved', 'approved'],
    ['**Done**', 'Implemented', 'implemented'],
    ['In Review', 'Review', 'review'],
    ['Completed (2026-06-28)', 'Implemented', 'implemented'],
    ['Proposed — waiting', 'Draft', 'draft'],
  ])('%s means %s', (written, value, stage) => {
    expect(status(written)).toMatchObject({ value, stage, closed: false, placeholder: false })
  })

  it.each([['Not Approved'], ['Draftish'], ['???'], ['進行中']])(
    '%s means nothing, and counts as a draft',
    (written) => {
      expect(status(written)).toMatchObject({ raw: written, value: undefined, stage: 'draft', closed: false })
    },
  )

  it('Superseded closes a document', () => {
    expect(status('SUPERSEDED by SPEC-2')).toMatchObject({ value: undefined, closed: true })
  })

  it('is a placeholder while it lists all values', () => {
    const open = { value: undefined, stage: 'draft', placeholder: true }
    expect(status('Draft | Review | Approved | Implemented')).toMatchObject(open)
    expect(status('Draft / Review / Approved / Implemented')).toMatchObject(open)
    expect(
      readSpec('# T\n\n| Status | Draft \\| Review \\| Approved \\| Implemented |\n|--|--|\n').status,
    ).toMatchObject(open)
  })

  it('is empty where there is none', () => {
    expect(readSpec('# T\n').status).toEqual({
      raw: '',
      value: undefined,
      stage: 'draft',
      closed: false,
      placeholder: false,
      field: undefined,
    })
  })
})
