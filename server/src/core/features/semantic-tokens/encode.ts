import { modifierBits, type Token, typeIndex } from './legend'

/**
 * Tokens in the protocol's relative encoding: sorted, each on one line, none over another. Of two that overlap the one
 * that begins first stays, of two that begin together the longer.
 */
export function encodeTokens(text: string, tokens: readonly Token[]): number[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)
  const data: number[] = []
  // Walked along with the tokens: looking up each place among the lines costs more than all the rest.
  const lineEnds = /\r\n?|\n/g
  let next = lineEnds.exec(text)
  let lineStart = 0
  let linesSince = 0
  let character = 0
  let covered = 0
  for (const { start, end, type, modifiers } of sorted) {
    if (start < covered || end <= start) continue
    covered = end
    for (const [from, to] of linesOf(text, start, end)) {
      while (next !== null && next.index < from) {
        lineStart = lineEnds.lastIndex
        linesSince++
        character = 0
        next = lineEnds.exec(text)
      }
      data.push(linesSince, from - lineStart - character, to - from, typeIndex(type), modifierBits(modifiers))
      linesSince = 0
      character = from - lineStart
    }
  }
  return data
}

/** A token over several lines is given line by line: clients need not support more. */
function linesOf(
  text: string,
  start: number,
  end: number,
): readonly (readonly [start: number, end: number])[] {
  if (!hasLineEnd(text, start, end)) return [[start, end]]
  return Array.from(text.slice(start, end).matchAll(/[^\r\n]+/g), ({ index, 0: piece }) => [
    start + index,
    start + index + piece.length,
  ])
}

/** Tokens are short, and many: a slice and a pattern for each would cost more than all the rest. */
function hasLineEnd(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === 10 || code === 13) return true
  }
  return false
}
