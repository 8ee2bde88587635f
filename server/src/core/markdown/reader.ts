import type { MarkdownDocument, MarkdownReader } from './document'
import { createParse } from './remark'
import { readWhole } from './whole'

/** A reader of Markdown documents. */
export function createMarkdownReader(): MarkdownReader {
  const parse = createParse()
  return { read: (text): MarkdownDocument => readWhole(text, parse) }
}
