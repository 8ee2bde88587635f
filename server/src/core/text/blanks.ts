/** Runs of whitespace become one space; none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Offset of the first character at or after `from` that is no whitespace, `to` where there is none. */
export function skipBlanks(text: string, from: number, to = text.length): number {
  let at = from
  while (at < to && isBlank(text.charCodeAt(at))) at++
  return at
}

/** Offset behind the last character before `to` that is no whitespace, `from` where there is none. */
export function trimEnd(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/** Space, tab, line endings, no-break and ideographic space, byte-order mark. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff
}
