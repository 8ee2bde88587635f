import { describe, expect, it } from 'vitest'
import { at, only, readSpec } from './support/read-spec'

describe('sections', () => {
  it('make a tree, and the first heading of level 1 is the title', () => {
    const spec = readSpec('# The title\n\n## A\n\n### B\n\ntext\n\n## C\n')
    expect(spec.title?.text).toBe('The title')
    expect(spec.sections.map(({ title, depth, parent }) => [title, depth, parent?.title])).toEqual([
      ['A', 2, undefined],
      ['B', 3, 'A'],
      ['C', 2, undefined],
    ])
    const [a, b] = spec.sections
    expect(a?.children).toEqual([b])
    expect(at(spec, a?.heading ?? { start: 0, end: 0 })).toBe('## A')
    expect(at(spec, a?.span ?? { start: 0, end: 0 })).toBe('## A\n\n### B\n\ntext\n\n')
    expect(at(spec, b?.span ?? { start: 0, end: 0 })).toBe('### B\n\ntext\n\n')
  })

  it('may skip levels, and come without a title', () => {
    const spec = readSpec('### A\n\n## B\n\n#### C\n')
    expect(spec.title).toBeUndefined()
    expect(spec.sections.map(({ title, parent }) => [title, parent?.title])).toEqual([
      ['A', undefined],
      ['B', undefined],
      ['C', 'B'],
    ])
  })

  it('are what further headings of level 1 open', () => {
    const spec = readSpec('# One\n\n## A\n\n# Two\n\n## B\n')
    expect(spec.sections.map(({ title, parent }) => [title, parent?.title])).toEqual([
      ['A', undefined],
      ['Two', undefined],
      ['B', 'Two'],
    ])
  })

  it('are not opened by headings in quotations, lists or code', () => {
    const spec = readSpec('# T\n\n> ## A\n\n- ## B\n\n```\n## C\n```\n')
    expect(spec.sections).toEqual([])
    expect(spec.passages.map(({ within, quoted }) => [within, quoted])).toEqual([
      ['heading', false],
      ['heading', true],
      ['heading', false],
    ])
  })

  it.each([
    ['## Functional Requirements'],
    ['#### functional requirements'],
    ['## 2.1 Functional Requirements'],
    ['## 🎯 Functional Requirements'],
    ['## **Functional Requirements** *(mandatory)*'],
    ['Functional Requirements\n---'],
  ])('are matched with the template: %j', (heading) => {
    const section = only(readSpec(`# T\n\n${heading}\n`).sections)
    expect(section.definition?.title).toBe('Functional Requirements')
    expect(section.role).toBe('requirement')
  })

  it('have the role of the nearest section around that has one, unless they are one of the template without', () => {
    const spec = readSpec(
      '# T\n\n## Functional Requirements\n\n### Travel\n\n#### By day\n\n### Out of Scope\n',
    )
    expect(spec.sections.map(({ title, role }) => [title, role])).toEqual([
      ['Functional Requirements', 'requirement'],
      ['Travel', 'requirement'],
      ['By day', 'requirement'],
      ['Out of Scope', undefined],
    ])
  })
})

describe('passages', () => {
  it('are the prose of a document, where it stands and in what', () => {
    const spec = readSpec(
      '# T\n\nText `code`.\n\n## A\n\n- item\n\n  more\n\n> quoted\n\n| h |\n|--|\n| c |\n\n```\ncode\n```\n',
    )
    expect(
      spec.passages.map(({ text, within, section, quoted }) => [text, within, section?.title, quoted]),
    ).toEqual([
      ['T', 'heading', undefined, false],
      ['Text ￼￼￼￼￼￼.', 'paragraph', undefined, false],
      ['A', 'heading', 'A', false],
      ['item', 'listItem', 'A', false],
      ['more', 'paragraph', 'A', false],
      ['quoted', 'paragraph', 'A', true],
      ['h', 'cell', 'A', false],
      ['c', 'cell', 'A', false],
    ])
    for (const { start, text } of spec.passages.filter((passage) => !passage.text.includes('￼'))) {
      expect(spec.text.slice(start, start + text.length)).toBe(text)
    }
  })
})

describe('what is opaque', () => {
  it('is code, HTML, front matter and comments in a line', () => {
    const spec = readSpec('---\na: b\n---\n\nText <!-- c --> text.\n\n<div>\n\n```\nx\n```\n\n    y\n')
    expect(spec.opaque.map((span) => at(spec, span))).toEqual([
      '---\na: b\n---',
      '<!-- c -->',
      '<div>',
      '```\nx\n```',
      '    y',
    ])
  })
})
