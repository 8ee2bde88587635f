import { describe, expect, it } from 'vitest'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { mustReadAsRemark } from './support/same-as-remark'

function read(text: string): { blocks: number; refused: string | undefined } {
  const { blocks, refused } = createMarkdownReader().read(text)
  return { blocks: blocks.length, refused }
}

/** Far above what an answer takes, so that a busy machine does not fail; without the limits these take minutes. */
const SOON = 10_000

describe('a text beyond what is read', { timeout: SOON }, () => {
  it.each([
    ['5 MB of one line', 'word '.repeat(1_000_000), /5,000,000 characters; up to 1,500,000/],
    ['a line of a megabyte', 'word '.repeat(200_000), /line 1 holds 1,000,000 characters/],
    ['200,000 short headings', '# h\n'.repeat(200_000), /200,000 headings, .* up to 20,000/],
    [
      '200,000 headings',
      Array.from({ length: 200_000 }, (_, n) => `# Heading ${n}\n`).join(''),
      /characters; up to/,
    ],
    ['10,000 quotes in each other', `a\n\n${'>'.repeat(10_000)} a`, /line 3 holds 10,000 levels/],
    ['10,000 lists in each other', `${'- '.repeat(10_000)}a`, /levels of lists and quotes; up to 100/],
    [
      'stairs of lists',
      Array.from({ length: 400 }, (_, n) => `${'  '.repeat(n)}- a\n`).join(''),
      /400 levels/,
    ],
    ['deep quotes over many lines', `${'>'.repeat(90)} a\n`.repeat(1000), /lines times levels/],
    ['10,000 brackets', '['.repeat(10_000), /10,000 brackets and emphasis marks/],
    ['10,000 links', '[a](b)'.repeat(10_000), /brackets and emphasis marks/],
    ['5,000 stars', '*a'.repeat(5_000), /5,000 brackets and emphasis marks/],
    ['comments that do not end', `x${'<!--'.repeat(5_000)}`, /brackets and emphasis marks/],
    [
      'many paragraphs of many marks',
      Array.from({ length: 99 }, (_, n) => `${n}${'*a'.repeat(800)}`).join('\n\n'),
      /^What begins on line 31 holds one more paragraph with over 100 .* add up to 10,\d{3},\d{3}; up to 10,000,000/,
    ],
    ['an unclosed fence with 100,000 lines', `\`\`\`\n${'a\n'.repeat(100_000)}`, /100,001 lines/],
    ['100,000 lines in an item', `- a\n${'  b\n'.repeat(60_000)}`, /60,001 lines in one piece|characters/],
    ['a row of 20,000 cells', `${'|a'.repeat(20_000)}|\n|-|`, /table cells/],
    [
      '3,000 definitions',
      Array.from({ length: 3000 }, (_, n) => `[a${n}]: b\n`).join('\n'),
      /3,000 links and footnotes/,
    ],
  ])('is refused with a sentence that says what, the limit, and what to do: %s', (_name, text, sentence) => {
    const { blocks, refused } = read(text)
    expect(refused).toMatch(sentence)
    expect(refused).toMatch(/(?:Split|Divide) it/)
    expect(blocks).toBe(0)
  })
})

describe('a document that is typed', () => {
  const crowded = (word: string) => `${word} ${'*a* '.repeat(1_180)}`

  it('is refused for what it says, whatever of it was read before', () => {
    const reader = createMarkdownReader()
    const typed = `${crowded('one')}\n`
    expect(reader.read(typed).refused).toBeUndefined()
    const more = `${typed}\n${crowded('two')}\n`
    expect(reader.read(more).refused).toMatch(/^What begins on line 3 holds one more paragraph/)
    expect(reader.read(more).refused).toBe(createMarkdownReader().read(more).refused)
    expect(reader.read(typed)).toEqual(createMarkdownReader().read(typed))
  })
})

describe('an odd text within the limits', { timeout: SOON }, () => {
  it.each([
    ['nothing', ''],
    ['NUL', '\0'.repeat(5_000)],
    ['lone surrogates', '\uD800 \uDC00'.repeat(3_000)],
    [
      'binary',
      Array.from({ length: 20_000 }, (_, n) => String.fromCharCode((n * 7919 * ((n % 13) + 1)) % 256)).join(
        '',
      ),
    ],
    ['a million line endings', '\n'.repeat(1_000_000)],
    ['a million lone CR', '\r'.repeat(1_000_000)],
    ['90 levels of quotes', `${'> '.repeat(90)}a`],
    ['90 levels of lists', `${'- '.repeat(90)}a`],
    ['2,000 brackets', '['.repeat(2_000)],
    ['backticks', '`'.repeat(50_000)],
    ['stars', '*'.repeat(2_400)],
    ['nested emphasis', '*a '.repeat(300) + 'a* '.repeat(300)],
    ['an unclosed fence', `# a\n\n\`\`\`\n${'# b\n'.repeat(2_000)}`],
    ['an unclosed comment', `# a\n\n<!--\n${'# b\n\n'.repeat(2_000)}`],
    ['front matter that does not end', `---\n${'- a\n'.repeat(1_000)}`],
  ])('reads as remark reads it: %s', (_name, text) => {
    expect(read(text).refused).toBeUndefined()
    if (text.length < 100_000) mustReadAsRemark(text)
  })
})

it('a specification of a megabyte is read', () => {
  const items = Array.from({ length: 400 }, (_, n) => `${n}. **[REQ-${n}]** The system MUST do ${n}.\n`).join(
    '',
  )
  const rows = Array.from(
    { length: 200 },
    (_, n) => `| TEST-${n} | **step** ${n} | as \`expected\` |\n`,
  ).join('')
  const part = `## Part\n\nSome text on it.\n\n${items}\n| ID | Step | Result |\n|---|---|---|\n${rows}\n`
  const text = `# Spec\n\n${part.repeat(Math.ceil(1_000_000 / part.length))}`
  expect(text.length).toBeGreaterThan(1_000_000)
  const { blocks, refused } = read(text)
  expect(refused).toBeUndefined()
  expect(blocks).toBeGreaterThan(15_000)
})
