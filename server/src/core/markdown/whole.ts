import { definitionsIn, destinations } from './definitions'
import type { MarkdownDocument } from './document'
import { factsOfMdast } from './facts-of-mdast'
import { createParse, type Parse } from './remark'

const BYTE_ORDER_MARK = 0xfeff

/**
 * Reads a document in the plain way, by one remark parse of all of it. Slow, and what every faster way is held equal
 * to by test.
 */
export function readWhole(text: string, parse: Parse = createParse()): MarkdownDocument {
  const shift = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0
  const root = parse(text)
  const urls = destinations(definitionsIn(root))
  const placed = factsOfMdast(root, text.slice(shift), (identifier) => urls.get(identifier) ?? '')
  const blocks = shift === 0 ? placed : placed.map(({ offset, facts }) => ({ offset: offset + shift, facts }))
  return { text, blocks, refused: undefined }
}
