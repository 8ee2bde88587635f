import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAgain, cutBlocks, type Shared } from '../../src/core/markdown/cut'
import { applied, composedText, edit } from './support/texts'

const numRuns = Number(process.env.SPECMARK_RUNS ?? 3000)
const seed = Number(process.env.SPECMARK_SEED ?? 20_260_115)

/** The blocks of a text, each with the blank lines after it. */
function cut(text: string): string[] {
  return cutBlocks(text).map(({ start, end }) => text.slice(start, end))
}

describe('the cutter', () => {
  it('cuts at headings, list items, fences, quotes, and after blank lines', () => {
    const blocks = [
      '# a\n',
      'b\nc\n\n',
      'd\n',
      '- e\n',
      '  f\n',
      '- g\n',
      '```\n# h\n\n```\n',
      '> i\n> j\n\n',
      'k',
    ]
    blocks.splice(3, 2, '- e\n  f\n')
    expect(cut(blocks.join(''))).toEqual(blocks)
  })

  it('cuts nothing inside fences, HTML, front matter, indented code and tables', () => {
    for (const block of [
      '~~~\n- a\n\n# b\n~~~\n',
      '<!--\n# a\n\n- b\n-->\n',
      '    a\n\n    - b\n',
      '| a |\n|---|\n| b |\n',
    ]) {
      expect(cut(`c\n\n${block}\n# d`)).toEqual(['c\n\n', `${block}\n`, '# d'])
    }
    expect(cut('---\na: b\n\n# c\n---\n# d')).toEqual(['---\na: b\n\n# c\n---\n', '# d'])
  })

  it('keeps a fence with the list item that it is indented to', () => {
    expect(cut('- a\n  ```\n# b\n')).toEqual(['- a\n  ```\n# b\n'])
    expect(cut('- a\n  ```\n  b\n  ```\n- c\n')).toEqual(['- a\n  ```\n  b\n  ```\n', '- c\n'])
    expect(cut('- a\n\n ```\n- b\n ```\n')).toEqual(['- a\n\n', ' ```\n- b\n ```\n'])
    expect(cut('-\n\n  ```\n- b\n')).toEqual(['-\n\n', '  ```\n- b\n'])
  })

  it('keeps lazy lines with what they continue', () => {
    expect(cut('- a\nb\n- c')).toEqual(['- a\nb\n', '- c'])
    expect(cut('> a\nb\n\nc')).toEqual(['> a\nb\n\n', 'c'])
  })

  it('takes a lone CR for a line ending', () => {
    expect(cut('# a\r- b\r\rc')).toEqual(['# a\r', '- b\r\r', 'c'])
  })

  it('covers the text without gap or overlap', () => {
    fc.assert(
      fc.property(composedText, (text) => {
        expect(cut(text).join('')).toBe(text)
      }),
      { numRuns: 1000, seed: 7 },
    )
  })
})

/** All that two texts have in common, or less of it. */
function shared(a: string, b: string, share: number): Shared {
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start++
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  return { start: Math.floor(start * share), end: Math.floor(end * share) }
}

describe('a text that is cut again', () => {
  it('is cut as a whole one is, after each of many edits', () => {
    const texts = fc.array(composedText, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
    const edits = fc.array(fc.tuple(edit, fc.constantFrom(1, 1, 1, 0.7)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(texts, edits, (start, changes) => {
        let before = { text: start, blocks: cutBlocks(start) }
        for (const [change, share] of changes) {
          const text = applied(before.text, change)
          const blocks = cutAgain(text, before, shared(before.text, text, share))
          expect(blocks).toEqual(cutBlocks(text))
          before = { text, blocks }
        }
      }),
      { numRuns, seed },
    )
  })
})
