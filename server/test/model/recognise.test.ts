import { describe, expect, it } from 'vitest'
import { readWhole } from '../../src/core/markdown/whole'
import { type RecogniseInput, recognise } from '../../src/core/model/recognise'
import type { Template } from '../../src/core/template/template'
import { readFile, template } from './support/read-spec'

const judge = (text: string, more: Partial<RecogniseInput> = {}) =>
  recognise({ uri: 'file:///docs/a.md', markdown: readWhole(text), templates: [template], ...more })

describe('a document is a spec of a template', () => {
  it('when the configuration says so', () => {
    expect(judge('# Anything', { configured: { template: 'spec' } })).toMatchObject({
      kind: 'spec',
      template,
    })
    expect(judge('# Anything', { configured: {} }).kind).toBe('spec')
    expect(judge('# Anything', { configured: { template: 'spec' } }).reason).toContain('configuration')
  })

  it.each([
    ['# A\n\n**ID**: SPEC-2026-01-15-001\n'],
    ['---\nid: SPEC-2026-01-15-001\n---\n# A\n'],
    ['# A\n\n| Field | Value |\n|--|--|\n| ID | SPEC-2026-01-15-001 |\n'],
    ['# A\n\n**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]\n'],
  ])('by its document ID: %j', (text) => {
    const { kind, reason } = judge(text)
    expect(kind).toBe('spec')
    expect(reason).toContain('SPEC-')
  })

  it('by its title and two headings', () => {
    expect(judge('# Specification: A\n\n## Overview\n\n## How\n').kind).toBe('spec')
    expect(judge('# Specification: A\n\n## Overview\n').kind).toBe('none')
    expect(judge('# Specials\n\n## Overview\n\n## How\n').kind).toBe('none')
  })

  it('by half of the required headings', () => {
    const required = template.sections.filter((section) => section.required && section.depth === 2)
    const half = required.slice(0, Math.ceil(required.length / 2)).map(({ title }) => `## ${title}\n`)
    expect(judge(`# A\n\n${half.join('\n')}`).kind).toBe('spec')
    expect(judge(`# A\n\n${half.slice(1).join('\n')}`).kind).toBe('none')
  })

  it('of several the one whose mark says most', () => {
    const other: Template = { ...template, name: 'other', documentId: undefined }
    const templates = [other, template]
    expect(judge('# A\n\n**ID**: SPEC-2026-01-15-001\n', { templates }).template).toBe(template)
    expect(judge('# Specification: A\n\n## Overview\n\n## How\n', { templates }).template).toBe(other)
  })
})

describe('a document is a loose spec', () => {
  it('whichever template knows its IDs: one that has none comes first', () => {
    const own: Template = { ...template, name: 'own', kinds: [] }
    const text = '# A\n\n- **REQ-001**: One.\n- **REQ-002**: Two.\n'
    expect(judge(text, { templates: [own, template] })).toMatchObject({ kind: 'loose', template })
    expect(judge(text, { templates: [own] }).kind).toBe('none')
  })

  it.each([
    ['- **REQ-001**: a\n- **REQ-002**: b'],
    ['### FR-001: a\n\n### SC-001: b'],
    ['| ID | Text |\n|--|--|\n| AC-1 | a |\n| AC-2 | b |'],
    ['**NFR-1**: a\n\n**NFR-2**: b'],
    ['- phase\n  - [ ] Task 1.1: a\n  - [ ] Task 1.2: b'],
  ])('when it defines two items: %j', (text) => {
    expect(judge(text).kind).toBe('loose')
  })

  it.each([
    ['one item', '- **REQ-001**: a'],
    ['one item twice', '- **REQ-001**: a\n- **REQ-001**: b'],
    ['mentions', 'See REQ-001 and REQ-002.'],
    ['steps of a tutorial', '### Task 1: Install\n\n### Task 2: Run'],
    ['other numbers', '- **UTF-8**: a\n- **GH-24**: b\n- **CVE-2024-1**: c'],
    ['items in code', '```\n- **REQ-001**: a\n- **REQ-002**: b\n```'],
  ])('but not for %s', (_, text) => {
    expect(judge(text).kind).toBe('none')
  })
})

describe('a spec of another school', () => {
  it.each([
    ['shares headings that every school has', ['References', 'Risks & Mitigations', 'Stakeholders']],
    ['has other words for the sections', ['Requirements', 'Motivation', 'Test Plan', 'Technical Approach']],
  ])('is not taken for one of the template when it %s', (_, headings) => {
    const text = `# Specification: Ledger\n\n${headings.map((heading) => `## ${heading}\n\na\n`).join('\n')}`
    expect(judge(text).kind).toBe('none')
  })
})

describe('a document is a template', () => {
  it.each([
    ['file:///docs/templates/spec.md'],
    ['file:///.template/a.md'],
    ['file:///docs/spec-template.md'],
    ['file:///docs/spec.template.md'],
    ['file:///docs/TEMPLATE.md'],
    ['file:///docs/template-spec.md'],
    ['untitled:template.md'],
  ])('by its path: %s', (uri) => {
    expect(judge('# Specification: [Name]\n\n**ID**: SPEC-[YYYY-MM-DD]-[NUMBER]\n', { uri }).kind).toBe(
      'template',
    )
  })

  it.each([
    ['file:///docs/email-templates-editor.md'],
    ['file:///docs/templates/mail/a.md'],
    ['file:///contemplate.md'],
  ])('but not by %s', (uri) => {
    expect(judge('# A\n\n**ID**: SPEC-2026-01-15-001\n', { uri }).kind).toBe('spec')
  })

  it('when the configuration says so, whatever it is otherwise', () => {
    expect(judge('# A\n\n**ID**: SPEC-2026-01-15-001\n', { isTemplateFile: true }).kind).toBe('template')
  })

  it('but not by its path when it has an ID of its own, or the configuration says it is a spec', () => {
    const uri = 'file:///docs/templates/a.md'
    expect(judge('# A\n\n**ID**: SPEC-2026-01-15-001\n', { uri }).kind).toBe('spec')
    expect(judge('# A\n', { uri, configured: {} }).kind).toBe('spec')
  })
})

describe('a document is none', () => {
  it('when it is a README, and nothing is read of it', () => {
    const spec = readFile('# Tool\n\n## Install\n\n- [ ] `npm i`\n\n## References\n\nSee REQ-001.\n')
    expect(spec.recognition.kind).toBe('none')
    const { title, fields, sections, entries, items, references, checkboxes, passages, tables } = spec
    expect(
      [title, fields, sections, entries, items, references, checkboxes, passages, tables].flat(),
    ).toEqual([undefined])
  })

  it('when there is no template, or the text was refused', () => {
    expect(judge('- **REQ-001**: a\n- **REQ-002**: b', { templates: [] }).kind).toBe('none')
    const markdown = { text: 'x', blocks: [], refused: 'it is too large' }
    expect(judge('', { markdown })).toMatchObject({ kind: 'none', reason: 'it is too large' })
  })

  it.each([['# A'], ['- **REQ-001**: a'], ['# A\n\n**ID**: SPEC-2026-01-15-001\n']])(
    'and a reason is given: %j',
    (text) => {
      expect(judge(text).reason).toMatch(/^[a-z].{10,}[^.]$/)
    },
  )
})
