import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Range } from 'vscode-languageserver-types'
import { ownText } from '../core/text/own-text'

const WIDTH = 100
/** Characters kept before the marked place where the line is too long to be shown whole. */
const LEAD = 30

/** Characters that terminals draw two columns wide: East Asian scripts and most emoji. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u

/** Characters that would steer the terminal, or turn the reading order, instead of being shown. */
const STEERING = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069]/g

/** Text that a terminal shows and does not obey: a specification may hold escape sequences. */
export function printable(text: string): string {
  return text.replace(/\t/g, ' ').replace(STEERING, '\uFFFD')
}

/** A place in a text as a terminal shows it. */
export interface Excerpt {
  /** The line, cut to a width that fits a terminal. */
  readonly line: string
  /** A line of carets beneath the place. */
  readonly carets: string
}

/** The line that a range begins in; a range of several lines is marked to the end of its first. */
export function excerptOf(document: TextDocument, range: Range): Excerpt {
  const { start, end } = range
  const begin = document.offsetAt({ line: start.line, character: 0 })
  const place = document.offsetAt(start)
  const lineEnd = document.offsetAt({ line: start.line, character: Number.MAX_SAFE_INTEGER })
  const from = lineEnd - begin <= WIDTH ? begin : Math.max(begin, place - LEAD)
  const to = Math.min(lineEnd, from + WIDTH)
  const shown = document.getText({ start: document.positionAt(from), end: document.positionAt(to) })
  const line = shown.replace(/[\r\n]+$/, '')
  const until = end.line === start.line ? end.character - start.character : line.length
  const before = line.slice(0, place - from)
  const marked = line.slice(place - from, place - from + until)
  const [left, right] = [from > begin ? '…' : '', to < lineEnd ? '…' : '']
  return {
    // A slice would keep the whole text alive until the report is written.
    line: ownText(printable(`${left}${line}${right}`)),
    carets: ' '.repeat(left.length + columns(before)) + '^'.repeat(Math.max(1, columns(marked))),
  }
}

function columns(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}
