import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexSpec } from '../../src/core/index/index-spec'
import type { MarkdownDocument } from '../../src/core/markdown/document'
import type { Placed } from '../../src/core/markdown/facts'
import { readWhole } from '../../src/core/markdown/whole'
import { buildSpec } from '../../src/core/model/build-spec'
import { recognise } from '../../src/core/model/recognise'
import type { SpecDocument } from '../../src/core/model/spec-document'
import { readSpec, template } from './support/read-spec'

/** A document of one kind of block, without parsing megabytes of Markdown. */
function made(lines: readonly string[], facts: (line: string) => Placed['facts']): MarkdownDocument {
  const blocks: Placed[] = []
  let offset = 0
  for (const line of lines) {
    blocks.push({ offset, facts: facts(line) })
    offset += line.length + 1
  }
  return { text: `${lines.join('\n')}\n`, blocks, refused: undefined }
}

const paragraph = (text: string): Placed['facts'] => ({
  type: 'paragraph',
  length: text.length,
  prose: { offset: 0, text, spans: [] },
})

function read(markdown: MarkdownDocument): SpecDocument {
  const uri = 'file:///a.md'
  recognise({ uri, markdown, templates: [template] })
  const spec = buildSpec(uri, markdown, { kind: 'spec', template, reason: '' })
  indexSpec(spec)
  return spec
}

/** The wall clock of a busy machine is no measure; what is quadratic here takes minutes. */
const PATIENCE = 10_000

function hasty<T>(run: () => T): T {
  const start = performance.now()
  const result = run()
  expect(performance.now() - start).toBeLessThan(PATIENCE)
  return result
}

describe('the model takes any text', () => {
  it.each([
    ['nothing', ''],
    ['a byte-order mark', '\uFEFF'],
    ['NUL and control characters', '\0\u0001\u001F- **REQ-001**: \0'],
    ['lone surrogates', '- **REQ-001**: \uD83D\n\uDC00 # \uD800'],
    ['an unclosed fence', '# T\n\n- **REQ-001**: a\n\n```\n- **REQ-002**: b'],
    ['deep nesting', `${'> '.repeat(200)}- **REQ-001**: a`],
    [
      'deep lists',
      Array.from({ length: 100 }, (_, i) => `${'  '.repeat(i)}- [ ] **REQ-${i}**: a`).join('\n'),
    ],
    ['empty items, cells and headings', '-\n- [ ] \n-  [x]\n#\n\n| |\n|--|\n| |\n|\n'],
  ])('%s', (_, text) => {
    const spec = readSpec(text)
    expect(spec.text).toBe(text)
    expect(indexSpec(spec).nextFree('REQ')).toMatch(/^REQ-\d+$/)
  })

  it('whatever it is made of', () => {
    const parts = fc.constantFrom(
      'REQ-',
      '001',
      '[',
      ']',
      '**',
      '~~',
      '`',
      '|',
      '\n',
      '- ',
      '# ',
      '> ',
      ':',
      '(',
      ' to ',
      '..',
      '–',
      '<!-- ',
      ' -->',
      'specmark-disable',
      '---\n',
      '\t',
      '\uD83D',
      '🚀',
      '\r',
      'Task ',
      '1.1',
      '#',
      '/',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (list) => {
        const markdown = readWhole(list.join(''))
        expect(() => read(markdown)).not.toThrow()
      }),
      { numRuns: 500 },
    )
  })

  it('and IDs of 300 digits, which are none', () => {
    const spec = readSpec(`- **REQ-${'9'.repeat(300)}**: a\n- **REQ-${'9'.repeat(40)}**: b\n- **REQ-7**: c\n`)
    expect(spec.items.map(({ id }) => id.text.length)).toEqual([44, 5])
    expect(indexSpec(spec).nextFree('REQ')).toBe('REQ-8')
  })
})

describe('the model stays linear', () => {
  const many = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => line(i))

  it('over a line of five megabytes', () => {
    for (const piece of [
      'REQ-001 to REQ-400 ',
      '[context] ',
      '<<<<<<< ',
      'word ',
      '[[[[',
      '((((',
      '**',
      'AC-',
      '1.1.1.1.',
    ]) {
      const line = piece.repeat(Math.floor(5_000_000 / piece.length))
      hasty(() => read(made([line], paragraph)))
    }
  })

  it('over ranges: they expand so far and no further', () => {
    const spec = hasty(() =>
      read(
        made(
          many(5_000, (i) => `REQ-${i} to REQ-${i + 400}`),
          paragraph,
        ),
      ),
    )
    expect(spec.references.length).toBeLessThan(32_000)
  })

  it('over 10,000 headings, nested as deep as they go', () => {
    const heading = (text: string): Placed['facts'] => {
      const depth = (/^#+/.exec(text)?.[0].length ?? 1) as 1 | 2 | 3 | 4 | 5 | 6
      return {
        type: 'heading',
        depth,
        length: text.length,
        prose: { offset: depth + 1, text: text.slice(depth + 1), spans: [] },
      }
    }
    const lines = many(10_000, (i) => `${'#'.repeat((i % 6) + 1)} REQ-${i}: heading`)
    const spec = hasty(() => read(made(lines, heading)))
    expect(spec.sections.length).toBe(9_999)
  })

  it('over 100,000 items, comments and list items under one another', () => {
    const item = (text: string): Placed['facts'] => ({
      type: 'listItem',
      length: text.length,
      marker: '-',
      checked: null,
      box: -1,
      children: [{ offset: 2, facts: paragraph(text.slice(2)) }],
    })
    hasty(() =>
      read(
        made(
          many(100_000, (i) => `- REQ-${i}: see REQ-${i - 1}`),
          item,
        ),
      ),
    )
    hasty(() =>
      read(
        made(
          many(100_000, () => '- REQ-1: a'),
          item,
        ),
      ),
    )
    const html = (text: string): Placed['facts'] => ({ type: 'html', length: text.length, value: text })
    hasty(() =>
      read(
        made(
          many(100_000, (i) => `<!-- specmark-${i % 3 ? 'disable' : 'enable'} a/${i % 7} -->`),
          html,
        ),
      ),
    )
  })

  it('over a table of 50,000 rows', () => {
    const lines = many(50_000, (i) => `| REQ-${i} | a |`)
    let offset = 0
    const rows = lines.map((line) => {
      const cell = (at: number, text: string) => ({
        offset: at,
        facts: { type: 'cell', length: text.length + 2, prose: { offset: 2, text, spans: [] } } as const,
      })
      const id = line.slice(2, line.indexOf(' |', 2))
      const row = {
        offset,
        facts: { type: 'row', length: line.length, cells: [cell(0, id), cell(id.length + 3, 'a')] } as const,
      }
      offset += line.length + 1
      return row
    })
    const text = `${lines.join('\n')}\n`
    const table: Placed = { offset: 0, facts: { type: 'table', length: text.length - 1, rows } }
    const spec = hasty(() => read({ text, blocks: [table], refused: undefined }))
    expect(spec.items.length).toBe(49_999)
  })
})
