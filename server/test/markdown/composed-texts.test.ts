import fc from 'fast-check'
import { describe, it } from 'vitest'
import { freshReaders, mustReadAsRemark } from './support/same-as-remark'
import { composedText } from './support/texts'

/** More of them, or others, to harden the cutter: `SPECMARK_RUNS=1000000 SPECMARK_SEED=7`. */
const numRuns = Number(process.env.SPECMARK_RUNS ?? 10_000)
const seed = Number(process.env.SPECMARK_SEED ?? 20_260_115)

describe('a text composed of block starters', () => {
  it('reads as remark reads all of it, ends included', { timeout: 3_600_000 }, () => {
    fc.assert(
      fc.property(composedText, (text) => {
        // Part by part is also block by block.
        const { 'block by block': _, ...readers } = freshReaders()
        mustReadAsRemark(text, readers)
      }),
      { numRuns, seed },
    )
  })
})
