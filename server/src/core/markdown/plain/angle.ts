import type { Span } from '../facts'

/** A tag without attributes, or an address, in angle brackets. */
export interface Angle {
  readonly type: Extract<Span['type'], 'html' | 'link'>
  readonly value: string
  readonly length: number
}

const LONGEST = 1000
const TAG = /^<(?:\/[a-z][a-z\d-]* *|[a-z][a-z\d-]* *\/?)>/i
const AUTOLINK = /^<[a-z][a-z\d+.-]{1,31}:[^\s<>\0-\x20\x7f]*>/i
const OTHER_HTML_OR_MAIL = /^<(?:[a-z/!?]|[\w.!#$%&'*+/=?^`{|}~-]+@)/i

/** What `<` at the place opens: `undefined` where it is text, `doubtful` where it may be anything else. */
export function angleAt(source: string, at: number, to: number): Angle | undefined | 'doubtful' {
  const rest = source.slice(at, Math.min(to, at + LONGEST))
  const tag = TAG.exec(rest)?.[0]
  if (tag !== undefined) return { type: 'html', value: tag, length: tag.length }
  const link = AUTOLINK.exec(rest)?.[0]
  if (link !== undefined) return { type: 'link', value: link.slice(1, -1), length: link.length }
  // Of a longer stretch it is not known what the address before an `@` would be.
  return OTHER_HTML_OR_MAIL.test(rest) || rest.length === LONGEST ? 'doubtful' : undefined
}
