import type { Span } from '../template/template'
import { lineEnd } from '../text/lines'

/**
 * The first merge conflict mark: a line `<<<<<<< ` that a line `>>>>>>> ` follows somewhere below, outside code.
 *
 * @param code spans in which such lines are an example
 */
export function findConflict(text: string, code: readonly Span[]): Span | undefined {
  for (let at = nextMark(text, '<<<<<<<', 0); at >= 0; at = nextMark(text, '<<<<<<<', at + 7)) {
    if (code.some(({ start, end }) => start <= at && at < end)) continue
    return nextMark(text, '>>>>>>>', at) < 0 ? undefined : { start: at, end: lineEnd(text, at) }
  }
  return undefined
}

function nextMark(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + mark.length)) {
    const before = text[at - 1]
    const after = text[at + mark.length]
    const opensLine = before === undefined || before === '\n' || before === '\r' || before === '\uFEFF'
    if (opensLine && (after === undefined || /\s/.test(after))) return at
  }
  return -1
}
