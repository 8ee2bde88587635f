import type { SpecDocument } from '../model/spec-document'
import { hash } from '../text/hash'
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
