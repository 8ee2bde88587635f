import type { MarkdownDocument, MarkdownReader } from './document'
import { DocumentReading } from './document-reading'
import { Refusal } from './limits'
import { Parts } from './parts'
import { createParse } from './remark'
import { SlotStore } from './slots'

export interface ReaderOptions {
  /** Characters of block texts whose facts are kept; 2 million by default. */
  readonly cacheSize?: number
  /** Whether facts are kept at all, of blocks or of their parts; they are by default. For texts that have little in common. */
  readonly keeps?: boolean
  /** Characters of neighbouring blocks that are parsed in one go; a block of more is parsed by itself. */
  readonly batchSize?: number
  /** Characters from which a table or a nested list is read part by part. */
  readonly partsFrom?: number
  /** Share of such a block, by characters, up to which its unknown parts are parsed apart. */
  readonly unknownShare?: number
  /** Whether blocks of plain shape are read without remark; they are by default. */
  readonly plain?: boolean
}

/**
 * A reader that parses only what it has not seen, and gives the same as `readWhole`: the text is cut into blocks that
 * mean the same by themselves, and the facts of a block are kept under its text and what around it they depend on. A
 * block of plain shape is read without remark. What would take too long is refused.
 */
export function createMarkdownReader(options: ReaderOptions = {}): MarkdownReader {
  const { keeps = true, batchSize = 16_000, unknownShare = 0.5, plain = true } = options
  const { cacheSize = CACHE_SIZE, partsFrom = 300 } = keeps ? options : KEEPS_NOTHING
  const parse = createParse()
  const newTools = () => {
    const parts = new Parts(parse, { cacheSize: cacheSize / 2, size: partsFrom, unknownShare })
    return { parse, slots: new SlotStore(cacheSize), parts, batchSize, plain }
  }
  let tools = newTools()
  return {
    forget() {
      tools = newTools()
    },
    read(text): MarkdownDocument {
      try {
        return new DocumentReading(text, tools).read()
      } catch (error) {
        return { text, blocks: [], refused: reasonOf(error) }
      }
    },
  }
}

/** Some largest specifications, and some thousand letters; facts of a letter, with the passage it is in, take some thirty times its text. */
const CACHE_SIZE = 2_000_000
const KEEPS_NOTHING = { cacheSize: 0, partsFrom: Number.POSITIVE_INFINITY }

function reasonOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  if (error instanceof RangeError)
    return 'This document is nested too deeply to be read. Divide what is nested.'
  throw error
}
