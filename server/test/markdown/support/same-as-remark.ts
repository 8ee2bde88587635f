import type { MarkdownDocument, MarkdownReader } from '../../../src/core/markdown/document'
import type { Placed } from '../../../src/core/markdown/facts'
import { createMarkdownReader } from '../../../src/core/markdown/reader'
import { createParse } from '../../../src/core/markdown/remark'
import { visit } from '../../../src/core/markdown/walk'
import { readWhole } from '../../../src/core/markdown/whole'

const parse = createParse()

/** What remark says of the text, by one parse of all of it. */
export function oracle(text: string): MarkdownDocument {
  return readWhole(text, parse)
}

/**
 * Readers that between them take every way through the reader: as it ships, what is plain read without remark; each block
 * parsed alone; neighbours parsed together; all that can be divided read part by part.
 */
export function freshReaders(): Record<string, MarkdownReader> {
  return {
    'as it ships': createMarkdownReader(),
    'block by block': createMarkdownReader({ batchSize: 0, plain: false }),
    'in batches': createMarkdownReader({ plain: false }),
    'part by part': createMarkdownReader({ batchSize: 0, partsFrom: 0, unknownShare: 1, plain: false }),
  }
}

/** Throws, naming the reader, where one reads another thing than remark. */
export function mustReadAsRemark(text: string, readers = freshReaders()): void {
  const expected = flat(oracle(text).blocks)
  for (const [name, reader] of Object.entries(readers))
    mustBe(expected, flat(reader.read(text).blocks), name, text)
}

export function mustBe(
  expected: readonly string[],
  actual: readonly string[],
  name: string,
  text: string,
): void {
  if (actual.length === expected.length && actual.every((line, index) => line === expected[index])) return
  const at = expected.findIndex((line, index) => line !== actual[index])
  const [wanted, got] =
    at < 0 ? ['nothing more', actual[expected.length]] : [expected[at], actual[at] ?? 'nothing']
  throw new Error(`${name}: ${JSON.stringify(text.slice(0, 2000))}\nremark: ${wanted}\nreader: ${got}`)
}

/** One line for each piece: its place in the tree, its absolute start and end, and all else that is said of it. */
export function flat(blocks: readonly Placed[]): string[] {
  const lines: string[] = []
  visit(blocks, (facts, start, ancestors) => {
    const { length, ...rest } = facts
    const own = Object.entries(rest).filter(
      ([key]) => key !== 'children' && key !== 'rows' && key !== 'cells',
    )
    lines.push(`${'  '.repeat(ancestors.length)}[${start}, ${start + length}) ${JSON.stringify(own)}`)
  })
  return lines
}
