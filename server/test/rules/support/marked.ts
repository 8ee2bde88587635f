/** A finding that a fixture expects, in the text without its marks. */
export interface Mark {
  readonly rule: string
  readonly start: number
  readonly end: number
  /** What the message must hold; `''` where the fixture does not say. */
  readonly says: string
}

const CARETS = /^([ ]*)(\^+)[ ]+([a-z]+\/[a-z-]+)(?:[ ]+(.+))?$/

/**
 * Reads a fixture with its findings marked in place: below the line that is spoken of stands a line of carets under the
 * words, the rule, and optionally a part of the message. Such lines are no part of the text.
 *
 *     1. **[REQ-001]** The system MUST be fast.
 *                                         ^^^^ requirement/vague-word a number and a unit
 */
export function readMarked(fixture: string): { readonly text: string; readonly marks: readonly Mark[] } {
  const lines: string[] = []
  const marks: Mark[] = []
  let lineStart = 0
  let next = 0
  for (const line of fixture.split('\n')) {
    const carets = CARETS.exec(line)
    if (carets === null) {
      lines.push(line)
      lineStart = next
      next += line.length + 1
      continue
    }
    const [, indent = '', under = '', rule = '', says = ''] = carets
    const start = lineStart + indent.length
    marks.push({ rule, start, end: start + under.length, says })
  }
  return { text: lines.join('\n'), marks }
}
