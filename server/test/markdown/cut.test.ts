import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutBlocks } from '../../src/core/markdown/cut'
import { composedText } from './support/texts'

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
