/**
 * What a line looks like by itself, from `first` (its first character that is no white space) to `end` (its line
 * ending). All of this follows micromark 4 and CommonMark 0.31, chapters 4 and 5; none of it looks at other lines.
 */

const TAB = 9
const SPACE = 32
const HASH = 35
const ASTERISK = 42
const PLUS = 43
const DASH = 45
const DOT = 46
const ZERO = 48
const NINE = 57
const COLON = 58
const EQUALS = 61
const OPENING_BRACKET = 91
const BACKSLASH = 92
const CLOSING_BRACKET = 93
const CARET = 94
const UNDERSCORE = 95
const BACKTICK = 96
const PIPE = 124
const PARENTHESIS = 41

/** One to six `#`, then white space or nothing. */
export function isAtxHeading(text: string, first: number, end: number): boolean {
  let at = first
  while (at < end && text.charCodeAt(at) === HASH) at++
  return at - first <= 6 && isSpaceOrEnd(text, at, end)
}

/** Length of the fence that opens fenced code, or 0. */
export function openingFence(text: string, first: number, end: number): number {
  const marker = text.charCodeAt(first)
  const length = runLength(text, first, end, marker)
  if (length < 3) return 0
  if (marker !== BACKTICK) return length
  const tick = text.indexOf('`', first + length)
  return tick >= 0 && tick < end ? 0 : length
}

/** Whether the line closes fenced code that `length` times `marker` opened. */
export function isClosingFence(
  text: string,
  first: number,
  end: number,
  marker: number,
  length: number,
): boolean {
  const found = runLength(text, first, end, marker)
  return found >= length && isBlankFrom(text, first + found, end)
}

/** Three or more of one of `*`, `-`, `_`, with any white space between. */
export function isThematicBreak(text: string, first: number, end: number): boolean {
  const marker = text.charCodeAt(first)
  if (marker !== ASTERISK && marker !== DASH && marker !== UNDERSCORE) return false
  let count = 0
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === marker) count++
    else if (code !== SPACE && code !== TAB) return false
  }
  return count >= 3
}

/** A run of `=` or of `-`: makes a heading of the paragraph before, if there is one. */
export function isSetextUnderline(text: string, first: number, end: number): boolean {
  const marker = text.charCodeAt(first)
  if (marker !== EQUALS && marker !== DASH) return false
  return isBlankFrom(text, first + runLength(text, first, end, marker), end)
}

/** Whether the line could be the delimiter row of a table: made of `-`, `:`, `|`, with a `-`, and a `|` or a `:`. */
export function mayBeDelimiterRow(text: string, first: number, end: number): boolean {
  let dashes = false
  let others = false
  for (let at = first; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === DASH) dashes = true
    else if (code === PIPE || code === COLON) others = true
    else if (code !== SPACE && code !== TAB) return false
  }
  return dashes && others
}

/** Length of a list marker (`-`, `+`, `*`, `1.`, `1)`) that white space or the end of the line follows, or 0. */
export function listMarkerLength(text: string, first: number, end: number): number {
  const code = text.charCodeAt(first)
  if (code === DASH || code === PLUS || code === ASTERISK) {
    return isSpaceOrEnd(text, first + 1, end) ? 1 : 0
  }
  let at = first
  while (at < end && at - first < 10 && isDigit(text.charCodeAt(at))) at++
  const digits = at - first
  if (digits === 0 || digits > 9) return 0
  const delimiter = text.charCodeAt(at)
  if (at >= end || (delimiter !== DOT && delimiter !== PARENTHESIS)) return 0
  return isSpaceOrEnd(text, at + 1, end) ? digits + 1 : 0
}

/** Whether the line begins a GFM footnote definition, `[^label]:`. `undefined`: too long a label to be sure. */
export function isFootnoteDefinition(text: string, first: number, end: number): boolean | undefined {
  if (text.charCodeAt(first + 1) !== CARET) return false
  let at = first + 2
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === CLOSING_BRACKET) break
    if (code === SPACE || code === TAB || code === OPENING_BRACKET) return false
    if (code === BACKSLASH && isEscapable(text.charCodeAt(at + 1)) && at + 1 < end) at++
    if (at - first > 900) return undefined
  }
  return at > first + 2 && at + 1 < end && text.charCodeAt(at + 1) === COLON
}

/** Whether there is nothing but white space in `[from, end)`. */
export function isBlankFrom(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code !== SPACE && code !== TAB) return false
  }
  return true
}

function isEscapable(code: number): boolean {
  return code === OPENING_BRACKET || code === BACKSLASH || code === CLOSING_BRACKET
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE
}

function isSpaceOrEnd(text: string, at: number, end: number): boolean {
  if (at >= end) return true
  const code = text.charCodeAt(at)
  return code === SPACE || code === TAB
}

function runLength(text: string, first: number, end: number, marker: number): number {
  let at = first
  while (at < end && text.charCodeAt(at) === marker) at++
  return at - first
}
