import { countWhile } from './search'

/** Offset of the first character of each line; the first is 0. Lines end at LF, CRLF or a lone CR. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0]
  if (!text.includes('\r')) {
    // The usual text, on the way of every keystroke: the search of the runtime is several times as fast as a loop.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    return starts
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1)
  }
  return starts
}

/** Line and character, both from 0, of an offset; the character in UTF-16 code units. */
export function positionIn(
  lineStarts: readonly number[],
  offset: number,
): { readonly line: number; readonly character: number } {
  const line = Math.max(0, countWhile(lineStarts.length, (place) => (lineStarts[place] ?? 0) <= offset) - 1)
  return { line, character: offset - (lineStarts[line] ?? 0) }
}
