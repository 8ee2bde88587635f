import type { SpecDocument } from '../model/spec-document'
import type { Finding } from './rule'

/**
 * Names a finding by its rule and by the line it stands in, blanks aside, so that it keeps its name when lines are moved,
 * inserted or deleted around it. Equal findings in equal lines have the same name. 16 hexadecimal digits.
 */
export function fingerprintOf({ text }: SpecDocument, { rule, span }: Finding): string {
  const from = Math.max(text.lastIndexOf('\n', span.start - 1), text.lastIndexOf('\r', span.start - 1)) + 1
  const to = /[\r\n]|$/.exec(text.slice(span.start))?.index ?? 0
  const line = text
    .slice(from, span.start + to)
    .replace(/\s+/g, ' ')
    .trim()
  const marked = text.slice(span.start, span.end).replace(/\s+/g, ' ')
  return hash([rule, marked, line].join('\n'))
}

const OFFSET = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

/** FNV-1a with 64 bits, over UTF-16 code units. @see {@link http://www.isthe.com/chongo/tech/comp/fnv/} */
function hash(text: string): string {
  let value = OFFSET
  for (let at = 0; at < text.length; at++) {
    value = BigInt.asUintN(64, (value ^ BigInt(text.charCodeAt(at))) * PRIME)
  }
  return value.toString(16).padStart(16, '0')
}
