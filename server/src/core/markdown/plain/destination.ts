/** What follows the text of a link in brackets: `(destination "title")`. */
export interface Resource {
  readonly url: string
  /** Offset behind the closing parenthesis. */
  readonly end: number
}

const SPACE = 32
const QUOTE = 34
const OPENING = 40
const CLOSING = 41
const LESS_THAN = 60

/**
 * Reads the resource of a link that begins at `open`, its opening parenthesis: a destination without escapes, references
 * and parentheses, perhaps a title in double quotes.
 *
 * @param to where the inline content ends
 * @returns `undefined` where it is anything else
 */
export function readResource(source: string, open: number, to: number): Resource | undefined {
  let at = open + 1
  const start = at
  for (; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === CLOSING) return { url: source.slice(start, at), end: at + 1 }
    if (code === SPACE) break
    if (!isPlain(code)) return undefined
  }
  if (at === start || source.charCodeAt(at + 1) !== QUOTE) return undefined
  const end = endOfTitle(source, at + 2, to)
  if (end < 0 || source.charCodeAt(end + 1) !== CLOSING || end + 1 >= to) return undefined
  return { url: source.slice(start, at), end: end + 2 }
}

function isPlain(code: number): boolean {
  if (code <= SPACE || code === 127) return false
  // `&` and `\` stand for something else, `<` opens another form.
  return code !== OPENING && code !== LESS_THAN && code !== 38 && code !== 92
}

/** Offset of the quote that closes a title of one line. */
function endOfTitle(source: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === 10 || code === 13 || code === 38 || code === 92) return -1
  }
  return -1
}
