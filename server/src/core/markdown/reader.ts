import { BlockCache } from './block-cache'
import type { MarkdownDocument, MarkdownReader } from './document'
import { DocumentReading } from './document-reading'
import { createParse } from './remark'

export interface ReaderOptions {
  /** Characters of block texts whose facts are kept; 8 million by default. */
  readonly cacheSize?: number
  /** Characters of neighbouring blocks that are parsed in one go; a block of more is parsed by itself. */
  readonly batchSize?: number
}

/**
 * A reader that parses only blocks it has not seen, and gives the same as `readWhole`: the text is cut into blocks that
 * mean the same by themselves, and the facts of a block are kept under its text and what around it they depend on.
 */
export function createMarkdownReader(options: ReaderOptions = {}): MarkdownReader {
  const { cacheSize = 8_000_000, batchSize = 16_000 } = options
  const tools = { parse: createParse(), cache: new BlockCache(cacheSize), batchSize }
  return { read: (text): MarkdownDocument => new DocumentReading(text, tools).read() }
}
