const TAB = 9
const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32

/**
 * Goes through the lines of a text. A line ending is LF, CR LF or a lone CR (CommonMark 0.31, section 2.1). The fields
 * describe the current line; they are overwritten by `advance`, so that a scan allocates nothing.
 */
export class LineScanner {
  /** Offset of the line's first character. */
  start = 0
  /** Offset of its first character that is neither space nor tab, or `end`. */
  first = 0
  /** Columns of white space before `first`, tabs to stops of 4, without the margin. */
  indent = 0
  /** Whether a line that is not blank began within the margin. */
  leftMargin = false
  /** Offset of its line ending, or of the end of the text. */
  end = 0
  /** Offset of the next line. */
  next: number
  readonly to: number
  private isFirst = true
  /** The nearest LF and CR at or after `start`, so that neither is searched for again and again. */
  private lineFeed = -1
  private carriageReturn = -1

  /**
   * @param from offset of the first line
   * @param margin columns that every line but the first must be indented, if it is not blank; they are not counted
   */
  constructor(
    readonly text: string,
    from = 0,
    private readonly margin = 0,
  ) {
    this.to = text.length
    this.next = from
  }

  get isBlank(): boolean {
    return this.first === this.end
  }

  /** Goes to the next line; `false` at the end of the text. */
  advance(): boolean {
    if (this.next >= this.to) return false
    this.start = this.next
    this.findEnd()
    this.findIndent()
    return true
  }

  private findEnd(): void {
    const { text, start, to } = this
    if (this.carriageReturn < start) this.carriageReturn = indexOrEnd(text, '\r', start)
    if (this.lineFeed < start) this.lineFeed = indexOrEnd(text, '\n', start)
    const end = Math.min(this.lineFeed, this.carriageReturn, to)
    this.end = end
    const isPair = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED
    this.next = Math.min(isPair ? end + 2 : end + 1, to)
  }

  private findIndent(): void {
    const { text, end } = this
    let at = this.start
    let indent = 0
    for (let code = text.charCodeAt(at); at < end; code = text.charCodeAt(++at)) {
      if (code === SPACE) indent++
      else if (code === TAB) indent += 4 - (indent % 4)
      else break
    }
    this.first = at
    this.indent = this.isFirst ? indent : indent - this.margin
    if (this.indent < 0 && at < end) this.leftMargin = true
    this.isFirst = false
  }
}

function indexOrEnd(text: string, char: string, from: number): number {
  const index = text.indexOf(char, from)
  return index < 0 ? text.length : index
}
