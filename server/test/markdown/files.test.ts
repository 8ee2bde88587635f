import { describe, expect, it } from 'vitest'
import { createMarkdownReader } from '../../src/core/markdown/reader'
import { markdownFiles, upTo } from './support/files'
import { flat, mustBe, oracle } from './support/same-as-remark'
import { lineVariants } from './support/texts'

/** `SPECMARK_ALL_FILES=1` reads every file in every variant: some minutes. */
const isAll = process.env.SPECMARK_ALL_FILES === '1'
const CHARACTERS = isAll ? Number.POSITIVE_INFINITY : 600_000

describe.each(['node_modules', '../shared/corpus'])('the Markdown files of %s', (folder) => {
  const files = markdownFiles(folder)

  it('read as remark reads them', { timeout: 3_600_000 }, ({ skip }) => {
    if (files === undefined) return skip(`there is no folder ${folder}`)
    const chosen = upTo(CHARACTERS, files)
    expect(chosen.length).toBeGreaterThan(20)
    for (const [index, { name, text }] of chosen.entries()) {
      const variants = Object.entries(lineVariants(text))
      for (const [variant, read] of isAll ? variants : [variants[index % variants.length] ?? ['', '']]) {
        const document = createMarkdownReader().read(read)
        expect(document.refused, name).toBeUndefined()
        mustBe(flat(oracle(read).blocks), flat(document.blocks), `${name}, ${variant}`, read)
      }
    }
  })
})
