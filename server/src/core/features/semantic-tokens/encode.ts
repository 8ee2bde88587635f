import { modifierBits, type Token, typeIndex } from './legend'

/**
 * Tokens in the protocol's relative encoding: sorted, each on one line, none over another. Of two that overlap the one
 * that begins first stays, of two that begin together the longer. One over several lines is given line by line: clients
 * need not support more.
 */
export function encodeTokens(text: string, tokens: readonly Token[]): number[] {
  const sorted = [...tokens].sort((a, b) => a.start - b.start || b.end - a.end)
  const data: number[] = []
  // Walked along with the tokens: looking up each place among the lines costs more than all the rest.
  const endFrom = lineEndFinder(text)
  let lineStart = 0
  let lineEnd = endFrom(0)
  let linesSince = 0
  let character = 0
  let covered = 0
  const nextLine = () => {
    lineStart = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd + 1
    lineEnd = endFrom(lineStart)
    linesSince++
    character = 0
  }
  for (const { start, end, type, modifiers } of sorted) {
    if (start < covered) continue
    covered = Math.max(covered, end)
    for (let from = start; from < end; from = Math.max(lineEnd, from) + 1) {
      while (lineEnd < from) nextLine()
      from = Math.max(from, lineStart)
      const to = Math.min(end, lineEnd)
      if (to <= from) continue
      data.push(linesSince, from - lineStart - character, to - from, typeIndex(type), modifierBits(modifiers))
      linesSince = 0
      character = from - lineStart
    }
  }
  return data
}

/** Offset of the line ending at or after an offset, that of the end of the text where there is none. */
function lineEndFinder(text: string): (from: number) => number {
  const any = /[\r\n]/g
  const hasReturns = text.includes('\r')
  return (from) => {
    if (!hasReturns) return orEnd(text.indexOf('\n', from), text)
    any.lastIndex = from
    return any.exec(text)?.index ?? text.length
  }
}

function orEnd(at: number, text: string): number {
  return at < 0 ? text.length : at
}
