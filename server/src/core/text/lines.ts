/** Offset of the first character of the line in which `offset` stands. Lines end at LF, CRLF or a lone CR. */
export function lineStart(text: string, offset: number): number {
  let at = offset
  while (at > 0 && !isLineEnd(text, at - 1)) at--
  return at
}

/** Offset of the end of the line in which `offset` stands, before its line ending. */
export function lineEnd(text: string, offset: number): number {
  let at = offset
  while (at < text.length && !isLineEnd(text, at)) at++
  return at
}

/** Offset behind the line ending at `offset`; `offset` itself where there is none. */
export function afterLineEnd(text: string, offset: number): number {
  if (text[offset] === '\r') return text[offset + 1] === '\n' ? offset + 2 : offset + 1
  return text[offset] === '\n' ? offset + 1 : offset
}

function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13
}
