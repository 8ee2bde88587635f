import { describe, expect, it } from 'vitest'
import type { Facts } from '../../src/core/markdown/facts'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { visit } from '../../src/core/markdown/walk'

/** Pieces that are in both versions as one and the same object, and so were not parsed again. */
function kept(before: string, after: string, type: Facts['type']): { kept: number; all: number } {
  const reader = createMarkdownReader()
  const old = pieces(reader.read(before).blocks, type)
  const now = pieces(reader.read(after).blocks, type)
  return { kept: now.filter((facts) => old.includes(facts)).length, all: now.length }
}

function pieces(blocks: Parameters<typeof visit>[0], type: Facts['type']): Facts[] {
  const found: Facts[] = []
  visit(blocks, (facts) => {
    if (facts.type === type) found.push(facts)
  })
  return found
}

const numbers = Array.from({ length: 60 }, (_, index) => index)

describe('an edit', () => {
  it('leaves the facts of other blocks as they are, wherever they move', () => {
    const text = numbers.map((n) => `## Section ${n}\n\nText of section ${n}.\n`).join('\n')
    const edited = text.replace('Text of section 30', 'Some more\ntext of section 30')
    expect(kept(text, edited, 'paragraph')).toEqual({ kept: 59, all: 60 })
    expect(kept(text, edited, 'heading')).toEqual({ kept: 60, all: 60 })
  })

  it('leaves the other items of a list', () => {
    const text = numbers.map((n) => `${n + 1}. **[REQ-${n}]** The system MUST do ${n}.`).join('\n')
    expect(kept(text, text.replace('MUST do 30', 'MAY do 30'), 'listItem')).toEqual({ kept: 59, all: 60 })
  })

  it('leaves the other rows of a table', () => {
    const text = `| ID | Text |\n|---|---|\n${numbers.map((n) => `| REQ-${n} | The system MUST do ${n}. |\n`).join('')}`
    expect(kept(text, text.replace('MUST do 30', 'MAY do 30'), 'row').kept).toBeGreaterThanOrEqual(59)
    expect(
      kept(text, text.replace('| REQ-30', '| NEW | row |\n| REQ-30'), 'row').kept,
    ).toBeGreaterThanOrEqual(59)
  })

  it('leaves the other tasks of a phase, and the other phases', () => {
    const phase = (p: number) =>
      `- [ ] **Phase ${p}**: it\n${numbers.map((n) => `  - [ ] **Task ${p}.${n}**: do ${n}\n    - File: a.ts\n`).join('')}`
    const text = `# Plan\n\n${phase(1)}${phase(2)}`
    const edited = text.replace('**Task 1.30**: do', '**Task 1.30**: undo')
    // Made anew are the task, the item in it, and the phase that it is in.
    expect(kept(text, edited, 'listItem')).toEqual({ kept: 239, all: 242 })
  })

  it('of a definition reaches the blocks that mention it, and no other', () => {
    const text = `${numbers.map((n) => `Paragraph ${n}${n === 3 ? ' [see][x]' : ''}.\n`).join('\n')}\n[x]: one\n`
    expect(kept(text, text.replace('one', 'two'), 'paragraph')).toEqual({ kept: 59, all: 60 })
  })
})

describe('a reader', () => {
  it('gives a definition to a block and takes it away again', () => {
    const reader = createMarkdownReader()
    const spansOf = (text: string) =>
      pieces(reader.read(text).blocks, 'paragraph').map((facts) =>
        facts.type === 'paragraph' ? facts.prose.spans.length : 0,
      )
    expect(spansOf('[a]\n')).toEqual([0])
    expect(spansOf('[a]\n\n[a]: b\n')).toEqual([1])
    expect(spansOf('[a]\n')).toEqual([0])
    expect(spansOf('[^a]\n\n[^a]: b\n')).toEqual([1, 0])
    expect(spansOf('[^a]\n')).toEqual([0])
  })

  it('reads a break at the start and the same text as front matter once it ends', () => {
    const reader = createMarkdownReader()
    const types = (text: string) => reader.read(text).blocks.map(({ facts }) => facts.type)
    expect(types('---\na: b\n---\n')).toEqual(['frontMatter'])
    expect(types('\n---\na: b\n---\n')).toEqual(['thematicBreak', 'heading'])
    expect(types('---\n')).toEqual(['thematicBreak'])
    expect(types('---\n\n---\n')).toEqual(['frontMatter'])
    expect(types('a\n\n---\n')).toEqual(['paragraph', 'thematicBreak'])
  })

  it('does not take lines of a paragraph for rows of a table that it reads later', () => {
    const reader = createMarkdownReader({ partsFrom: 0, unknownShare: 1 })
    const rowsOf = (text: string) => pieces(reader.read(text).blocks, 'row').length
    expect(rowsOf('| a | b |\n|---|\n| c |\n')).toBe(0)
    expect(rowsOf('| a |\n|---|\n| c |\n')).toBe(2)
    expect(rowsOf('| a | b |\n|---|---|\n| c |\n| d |\n')).toBe(3)
  })

  it('remembers no more than it is told', () => {
    const reader = createMarkdownReader({ cacheSize: 100 })
    const [first] = reader.read('# one').blocks
    reader.read(numbers.map((n) => `Paragraph ${n}.`).join('\n\n'))
    const [again] = reader.read('# one').blocks
    expect(again).toEqual(first)
    expect(again?.facts).not.toBe(first?.facts)
  })
})
