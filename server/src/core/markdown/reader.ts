import { BoundedCache } from './bounded-cache'
import type { MarkdownDocument, MarkdownReader } from './document'
import { DocumentReading, type Slot } from './document-reading'
import { Parts } from './parts'
import { createParse } from './remark'

export interface ReaderOptions {
  /** Characters of block texts whose facts are kept; 8 million by default. */
  readonly cacheSize?: number
  /** Characters of neighbouring blocks that are parsed in one go; a block of more is parsed by itself. */
  readonly batchSize?: number
  /** Characters from which a table or a nested list is read part by part. */
  readonly partsFrom?: number
  /** Share of such a block, by characters, up to which its unknown parts are parsed apart. */
  readonly unknownShare?: number
}

/**
 * A reader that parses only blocks it has not seen, and gives the same as `readWhole`: the text is cut into blocks that
 * mean the same by themselves, and the facts of a block are kept under its text and what around it they depend on.
 */
export function createMarkdownReader(options: ReaderOptions = {}): MarkdownReader {
  const { cacheSize = 8_000_000, batchSize = 16_000, partsFrom = 300, unknownShare = 0.5 } = options
  const parse = createParse()
  const parts = new Parts(parse, { cacheSize: cacheSize / 2, size: partsFrom, unknownShare })
  const tools = { parse, cache: new BoundedCache<Slot>(cacheSize), parts, batchSize }
  return { read: (text): MarkdownDocument => new DocumentReading(text, tools).read() }
}
