import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Facts, FILLER, type Prose } from '../../src/core/markdown/facts'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { visit } from '../../src/core/markdown/walk'
import { oracle } from './support/same-as-remark'
import { composedText } from './support/texts'

interface Found {
  readonly facts: Facts
  readonly start: number
  /** The source it covers. */
  readonly source: string
}

function read(text: string): Found[] {
  const found: Found[] = []
  visit(createMarkdownReader().read(text).blocks, (facts, start) => {
    found.push({ facts, start, source: text.slice(start, start + facts.length) })
  })
  return found
}

function types(text: string): string[] {
  return read(text).map(({ facts }) => facts.type)
}

function proseIn(facts: Facts): Prose | undefined {
  return 'prose' in facts ? facts.prose : undefined
}

/** Masked text of the first prose; fillers shown as `·`. */
function mask(text: string): string {
  const prose = read(text).map(({ facts }) => proseIn(facts))
  return (prose.find((one) => one !== undefined)?.text ?? '').replaceAll(FILLER, '·')
}

function spans(text: string): string[] {
  const prose = read(text).map(({ facts, start }) => ({ prose: proseIn(facts), start }))
  const first = prose.find((one) => one.prose !== undefined)
  return (first?.prose?.spans ?? []).map(({ type, offset, length, value }) => {
    const from = (first?.start ?? 0) + (first?.prose?.offset ?? 0) + offset
    return `${type} ${text.slice(from, from + length)}${value === '' ? '' : ` = ${value}`}`
  })
}

describe('masked prose', () => {
  it('keeps words and blanks the marks of emphasis', () => {
    expect(mask('a **b** _c_ ~~d~~ ***e***')).toBe('a   b    c    d      e   ')
    expect(spans('a **b _c_** ~~d~~')).toEqual(['strong **b _c_**', 'emphasis _c_', 'delete ~~d~~'])
  })

  it('blanks the backslash of an escape, and a character reference, and keeps what only looks like one', () => {
    expect(mask('\\*a\\* &amp; &amp;amp; & &nope; &#65; \\d')).toBe(
      ' *a *            amp; & &nope;       \\d',
    )
  })

  it('keeps the text of a link and blanks the rest of it', () => {
    expect(mask('see [the *docs*](https://a.b "t") now')).toBe(`see  the  docs${' '.repeat(20)}now`)
    expect(spans('[a](b)')).toEqual(['link [a](b) = b'])
  })

  it('fills links that show nothing but their destination', () => {
    expect(mask('x <https://a.b> y')).toBe('x ············· y')
    expect(mask('x https://a.b, y')).toBe('x ···········, y')
    expect(mask('x www.a.b y')).toBe('x ······· y')
    expect(mask('x me@a.bc y')).toBe('x ······· y')
    expect(mask('[https://a.b](https://a.b)')).toBe('·'.repeat(26))
    expect(spans('<me@a.bc>')).toEqual(['link <me@a.bc> = mailto:me@a.bc'])
  })

  it('finds literal URLs where remark gives them no position, behind escapes and references too', () => {
    expect(mask('\\*&amp;"www.a.b" \\* y@z.wx')).toBe(` *     "·······"  * ······`)
    expect(spans('> &copy; "http://a.b"\n> and\n> "me@a.bc"')).toEqual([
      'link http://a.b = http://a.b',
      'link me@a.bc = mailto:me@a.bc',
    ])
  })

  it('fills code, images, HTML and footnote references, and says what they hold', () => {
    const text = 'a `c d` ![e](f.png) <br> [^n]\n\n[^n]: note'
    expect(mask(text)).toBe('a ····· ··········· ···· ····')
    expect(spans(text)).toEqual([
      'code `c d` = c d',
      'image ![e](f.png) = f.png',
      'html <br> = <br>',
      'footnoteReference [^n]',
    ])
  })

  it('resolves references wherever they are defined, the first definition holding', () => {
    expect(spans('[a][x] ![b][X]\n\n[x]: one\n\n- [x]: two')).toEqual([
      'link [a][x] = one',
      'image ![b][X] = one',
    ])
    expect(mask('see [REQ-001]\n\n[req-001]: #r')).toBe('see  REQ-001 ')
  })

  it('keeps line endings, and blanks what continues a line', () => {
    expect(mask('- > a\n  > b\r\nc')).toBe('a\n    b\r\nc')
    expect(mask('a  \nb\\\nc')).toBe('a  \nb \nc')
    expect(spans('a\\\nb')).toEqual(['break \\\n'])
    expect(mask('a `b\nc` d')).toBe('a ··\n·· d')
  })

  it('begins after a checkbox', () => {
    expect(mask('- [x] **AC-1**: done').trimStart()).toBe('AC-1  : done')
    expect(mask('- [ ] done')).toBe('done')
  })

  it('is empty where there is nothing', () => {
    expect(proseIn(read('##')[0]?.facts ?? oops())).toEqual({ offset: 2, text: '', spans: [] })
  })

  it('is as long as the source it stands for, keeps its line endings, and says nothing that is not there', () => {
    fc.assert(
      fc.property(composedText, (text) => {
        visit(oracle(text).blocks, (facts, start) => {
          const prose = proseIn(facts)
          if (prose === undefined) return
          const source = text.slice(start + prose.offset, start + prose.offset + prose.text.length)
          expect(prose.text.length).toBe(source.length)
          expect(prose.offset + prose.text.length).toBeLessThanOrEqual(facts.length)
          for (const [index, char] of [...prose.text.split('')].entries()) {
            if (/[\r\n]/.test(source[index] ?? '')) expect(char).toBe(source[index])
            else if (char !== FILLER && char !== ' ') expect(char).toBe(source[index])
          }
          for (const span of prose.spans)
            expect(span.offset + span.length).toBeLessThanOrEqual(prose.text.length)
        })
      }),
      { numRuns: 500, seed: 7 },
    )
  })
})

describe('blocks', () => {
  it('are headings, paragraphs, items, tables, quotes, code, HTML, breaks, definitions and footnotes', () => {
    const text =
      '# a\n\nb\n\n- c\n\n| d |\n|---|\n\n> e\n\n```f\n```\n\n<!-- g -->\n\n***\n\n[h]: i\n\n[^j]: k\n'
    expect(
      createMarkdownReader()
        .read(text)
        .blocks.map(({ facts }) => facts.type),
    ).toEqual([
      'heading',
      'paragraph',
      'listItem',
      'table',
      'quote',
      'code',
      'html',
      'thematicBreak',
      'definition',
      'footnote',
    ])
  })

  it('have items in place of lists, whose markers are as written', () => {
    const items = read('3. a\n4. b\n\n* c\n').map(({ facts }) => facts)
    expect(items.flatMap((facts) => (facts.type === 'listItem' ? [facts.marker] : []))).toEqual([
      '3.',
      '4.',
      '*',
    ])
  })

  it('say where the character of a checkbox is, and whether it is ticked', () => {
    const text = '- [ ] a\n  1. [x] b\n- c\n- [X] **d**\n-   [ ]\te\n'
    const boxes = read(text).flatMap(({ facts, start }) =>
      facts.type === 'listItem'
        ? [[facts.checked, facts.box < 0 ? '' : (text[start + facts.box] ?? '')]]
        : [],
    )
    expect(boxes).toEqual([
      [false, ' '],
      [true, 'x'],
      [null, ''],
      [true, 'X'],
      [false, ' '],
    ])
  })

  it('have rows and cells in tables, without the delimiter row', () => {
    const text = '| ID | Text |\n|----|:--:|\n| A-1 | x \\| `y|z` |\n'
    const rows = read(text).flatMap(({ facts, source }) => (facts.type === 'row' ? [source] : []))
    expect(rows).toEqual(['| ID | Text |', '| A-1 | x \\| `y|z` |'])
    const cells = read(text).flatMap(({ facts }) => (facts.type === 'cell' ? [facts.prose.text] : []))
    expect(cells.slice(0, 4)).toEqual(['ID', 'Text', 'A-1', 'x  | `y'])
  })

  it('give the language of code, the value of HTML and of front matter, and where that begins', () => {
    const [matter, html, code] = read('---\na: b\n---\n<!-- c -->\n\n~~~js x\n~~~').map(({ facts }) => facts)
    expect(matter).toMatchObject({ type: 'frontMatter', value: 'a: b', valueOffset: 4 })
    expect(html).toMatchObject({ type: 'html', value: '<!-- c -->' })
    expect(code).toMatchObject({ type: 'code', lang: 'js' })
  })

  it('count from the byte order mark', () => {
    expect(read('\uFEFF# a').map(({ source }) => source)).toEqual(['# a'])
    expect(read('\uFEFF---\na: b\n---\n# c').map(({ source }) => source)).toEqual(['---\na: b\n---', '# c'])
  })

  it('take a lone CR for a line ending', () => {
    expect(types('# a\r- b\r\r```\r# c')).toEqual(['heading', 'listItem', 'paragraph', 'code'])
  })
})

function oops(): never {
  throw new Error('nothing was read')
}
