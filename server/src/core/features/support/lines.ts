import { lineEnd, lineStart } from '../../text/lines'

/** One line of a text: `[start, end)` without its line ending, and what stands before and after a position in it. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly before: string
  readonly after: string
}

/** The line that holds an offset. */
export function lineAt(text: string, offset: number): Line {
  const start = lineStart(text, offset)
  const end = lineEnd(text, offset)
  return { start, end, before: text.slice(start, offset), after: text.slice(offset, end) }
}
