import { afterHtmlOpening, endsHtml, htmlKindAt } from './html-starts'
import type { LineScanner } from './line-scanner'
import { isClosingFence, openingFence } from './line-starts'

const BACKTICK = 96
const TILDE = 126
const LESS_THAN = 60
const MARKS_LENGTH = 1000
const CONTAINER_MARKS = /^(?:(?:[-+*>]|\d{1,9}[.)]|\[\^[^\]]*\]:)[\t ]*)*/

/** What the cutter has to know of the inside of a list item or footnote definition at top level. */
export class ItemContent {
  /** Columns of indent that a line needs to be inside. */
  indent = 0
  /** Whether the last line was blank. */
  afterBlank = false
  /** Whether the last line is surely in a paragraph, so that text may follow without indent. */
  inParagraph = false
  /** Whether it cannot be told if fenced code or HTML is open. */
  private isUnclear = false
  /** Whether there has been nothing but blank lines so far. */
  private beganBlank = false
  /** Of the fenced code that is open: columns before it, and its fence. */
  private fenceIndent = 0
  private fenceMarker = 0
  private fenceLength = 0

  /** Begins at a line with a list marker of that many characters. */
  openItem({ text, first, end, indent }: LineScanner, markerLength: number): void {
    const after = indent + markerLength
    let column = after
    let next = first + markerLength
    while (next < end && (text[next] === ' ' || text[next] === '\t')) {
      column += text[next] === ' ' ? 1 : 4 - (column % 4)
      next++
    }
    const isIndentedCode = column - after > 4
    this.beganBlank = next === end
    this.begin(this.beganBlank || isIndentedCode ? after + 1 : column)
    this.takeText(text, next, end, column)
    if (isIndentedCode) this.inParagraph = false
  }

  /** Whether fenced code or HTML may be open: where that ends then, and the item, depends on what follows. */
  get mayBeOpen(): boolean {
    return this.isUnclear || this.fenceLength > 0
  }

  openFootnote({ text, first, end }: LineScanner): void {
    this.beganBlank = false
    this.begin(4)
    this.isUnclear = mayOpenVerbatim(text, first, end)
  }

  takeBlank(): void {
    this.afterBlank = true
    this.inParagraph = false
    // An item that begins with a blank line ends at a second one (section 5.2).
    if (this.beganBlank) this.indent = Number.POSITIVE_INFINITY
  }

  /** A line inside the item. */
  takeLine({ text, first, end, indent }: LineScanner): void {
    this.takeOther()
    this.takeText(text, first, end, indent)
  }

  /** A line that may or may not be inside. */
  takeOther(): void {
    this.afterBlank = false
    this.beganBlank = false
  }

  private begin(indent: number): void {
    this.indent = indent
    this.afterBlank = false
    this.inParagraph = true
    this.isUnclear = false
    this.fenceLength = 0
  }

  private takeText(text: string, first: number, end: number, indent: number): void {
    this.inParagraph &&= isPlainProse(text, first, end)
    if (this.inParagraph) return
    if (this.fenceLength > 0) this.takeFenced(text, first, end, indent)
    else this.takeUnfenced(text, first, end, indent)
  }

  private takeFenced(text: string, first: number, end: number, indent: number): void {
    // Less indented, the line may have ended a list item inside and the code with it.
    if (indent < this.fenceIndent) this.isUnclear = true
    if (!isClosingFence(text, first, end, this.fenceMarker, this.fenceLength)) return
    // Indented more than the opening fence, it may be code.
    if (indent > this.fenceIndent) this.isUnclear = true
    this.fenceLength = 0
  }

  private takeUnfenced(text: string, first: number, end: number, indent: number): void {
    const code = text.charCodeAt(first)
    if (code === BACKTICK || code === TILDE) {
      this.fenceLength = openingFence(text, first, end)
      this.fenceMarker = code
      this.fenceIndent = indent
    } else if (mayOpenVerbatim(text, first, end)) {
      this.isUnclear = true
    }
  }
}

/** Whether the line may open fenced code or HTML, after any number of container marks, that it does not also close. */
export function mayOpenVerbatim(text: string, first: number, end: number): boolean {
  const marks = CONTAINER_MARKS.exec(text.slice(first, Math.min(end, first + MARKS_LENGTH)))?.[0].length ?? 0
  if (marks > MARKS_LENGTH / 2) return true
  const at = first + marks
  const code = text.charCodeAt(at)
  if (code === BACKTICK || code === TILDE) return openingFence(text, at, end) > 0
  if (at >= end || code !== LESS_THAN) return false
  const kind = htmlKindAt(text, at, end)
  return kind !== 0 && !endsHtml(kind, text, afterHtmlOpening(kind, at), end)
}

/** A letter, perhaps after list markers, a checkbox or `**`: surely a paragraph, or the continuation of one. */
function isPlainProse(text: string, first: number, end: number): boolean {
  const start = text.slice(first, Math.min(end, first + 32))
  return /^(?:(?:[-+*]|1[.)]) {1,4})?(?:\[[ xX]\] +)?(?:\*\*)?\[?\p{L}/u.test(start)
}
