import { FILLER, type Prose, type Span } from '../facts'
import { addressAt } from './address'
import { angleAt } from './angle'
import { isDoubtful, isPunctuation } from './characters'
import { endOfCode, type Lines, valueOfCode } from './code-span'
import { readResource } from './destination'
import { type Pair, pairsOf, type Run, runAt } from './emphasis'

/** Masked inline content; see {@link Prose}. */
export type PlainProse = Pick<Prose, 'text' | 'spans'>

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const EXCLAMATION = 33
const OPENING_PARENTHESIS = 40
const ASTERISK = 42
const LESS_THAN = 60
const GREATER_THAN = 62
const CAPITAL_H = 72
const OPENING_BRACKET = 91
const BACKSLASH = 92
const CLOSING_BRACKET = 93
const CARET = 94
const UNDERSCORE = 95
const BACKTICK = 96
const SMALL_H = 104
const TILDE = 126

/**
 * Masks `[from, to)`, the inline content of a block, without remark: text with code spans, emphasis, links, escapes, tags
 * and addresses. Gives what `proseOf` gives, or `undefined` where there is anything else in it or anything is doubtful.
 *
 * @param from offset of its first character, which is no white space
 * @param to offset behind its last one
 */
export function plainProse(
  source: string,
  from: number,
  to: number,
  lines: Lines = { margin: 0, quoted: false },
): PlainProse | undefined {
  return new InlineReading(source, from, to, lines).read()
}

/** A bracket that may open a link; `runs` is how many runs of emphasis marks stand before it. */
interface Opener {
  readonly at: number
  readonly runs: number
  readonly regions: number
  readonly escapes: number
}

/** Source that is not kept in the mask. */
interface Region {
  readonly start: number
  readonly end: number
  readonly filled: boolean
}

class InlineReading {
  private at: number
  private readonly spans: Span[] = []
  private readonly regions: Region[] = []
  private readonly runs: Run[] = []
  private readonly openers: Opener[] = []
  /** Of the openers, how many stand before a link, and can open none around it. */
  private inactive = 0
  /** Widths of the runs of `~` that may strike through what follows. */
  private readonly openTildes = new Set<number>()
  private escapes = 0
  private looseTicks = 0

  constructor(
    private readonly source: string,
    private readonly from: number,
    private readonly to: number,
    private readonly lines: Lines,
  ) {
    this.at = from
  }

  read(): PlainProse | undefined {
    const { source, to } = this
    while (this.at < to) {
      if (!this.take(source.charCodeAt(this.at))) return undefined
    }
    this.pair(0)
    // What looked for the end of code has gone over the break, which then is read otherwise.
    if (this.looseTicks > 0 && this.spans.some(({ type }) => type === 'break')) return undefined
    return { text: this.masked(), spans: this.spans.sort((a, b) => a.offset - b.offset) }
  }

  /** Goes over what stands at the place; `false` where that is not to be decided here. */
  private take(code: number): boolean {
    switch (code) {
      case LINE_FEED:
        return this.takeLineEnd(this.at)
      case CARRIAGE_RETURN:
        this.at++
        return this.source.charCodeAt(this.at) === LINE_FEED && this.takeLineEnd(this.at - 1)
      case BACKSLASH:
        return this.takeEscape()
      case BACKTICK:
        return this.takeCode()
      case ASTERISK:
      case UNDERSCORE:
        return this.takeRun(code)
      case OPENING_BRACKET:
        return this.takeOpening()
      case CLOSING_BRACKET:
        return this.takeClosing()
      case TILDE:
        return this.takeTildes()
      case LESS_THAN:
        return this.takeAngle()
      case SMALL_H:
      case CAPITAL_H:
        return this.takeAddress()
      default:
        return !isDoubtful(this.source, this.at++, code)
    }
  }

  /** @param start offset of the line ending */
  private takeLineEnd(start: number): boolean {
    const { source, to } = this
    let end = this.at + 1
    let blank = start
    while (source.charCodeAt(blank - 1) === SPACE) blank--
    if (start - blank > 1) this.addSpan('break', blank, end, '')
    while (end < to && source.charCodeAt(end) === SPACE) end++
    this.at = end
    return !this.lines.quoted || this.takeQuoteMark()
  }

  private takeQuoteMark(): boolean {
    const { source, at, to } = this
    if (source.charCodeAt(at) !== GREATER_THAN) return false
    this.regions.push({ start: at, end: at + 1, filled: false })
    this.at++
    while (this.at < to && source.charCodeAt(this.at) === SPACE) this.at++
    return true
  }

  private takeEscape(): boolean {
    const { source, at } = this
    const next = source.charCodeAt(at + 1)
    if (next === LINE_FEED || next === CARRIAGE_RETURN) return false
    if (at + 1 < this.to && isPunctuation(next)) {
      // Without the backslash it could be part of an address.
      if (ADDRESS.includes(source[at + 1] ?? '')) return false
      this.regions.push({ start: at, end: at + 1, filled: false })
      this.escapes++
      this.at += 2
    } else this.at++
    return true
  }

  private takeCode(): boolean {
    const { source, at, to } = this
    const width = this.runEnd(at, BACKTICK) - at
    const close = endOfCode(source, at, width, to)
    if (close < 0) {
      this.at += width
      return ++this.looseTicks < MOST_LOOSE_TICKS
    }
    const value = valueOfCode(source.slice(at + width, close), this.lines)
    if (value === undefined) return false
    this.addFilled('code', at, close + width, value)
    return true
  }

  private takeAngle(): boolean {
    const { source, at, to } = this
    const angle = angleAt(source, at, to)
    if (angle === 'doubtful') return false
    if (angle === undefined) this.at++
    else this.addFilled(angle.type, at, at + angle.length, angle.value)
    return true
  }

  private takeAddress(): boolean {
    const { source, at, from, to } = this
    const url = addressAt(source, at, from, to)
    if (url === undefined) this.at++
    else {
      this.addFilled('link', at, at + url.length, url)
      // In brackets, other rules hold.
      if (this.openers.length > 0) return false
    }
    return true
  }

  private takeRun(code: number): boolean {
    const end = this.runEnd(this.at, code)
    this.runs.push(runAt(this.source, this.at, end, this.from, this.to))
    this.at = end
    return true
  }

  private takeOpening(): boolean {
    const { source, at } = this
    if (source.charCodeAt(at - 1) === EXCLAMATION && at > this.from) return false
    if (source.charCodeAt(at + 1) === CARET) return false
    this.openers.push({ at, runs: this.runs.length, regions: this.regions.length, escapes: this.escapes })
    this.at++
    return true
  }

  private takeClosing(): boolean {
    const { source, at, to } = this
    const opener = this.openers.pop()
    const isActive = this.openers.length >= this.inactive
    if (!isActive) this.inactive = this.openers.length
    const hasResource = at + 1 < to && source.charCodeAt(at + 1) === OPENING_PARENTHESIS
    this.at++
    if (opener === undefined || !isActive || !hasResource) return true
    const resource = readResource(source, at + 1, to)
    // What an escape shows may be the destination itself.
    if (resource === undefined || opener.escapes !== this.escapes) return false
    this.addLink(opener, at, resource.url, resource.end)
    return true
  }

  private addLink(opener: Opener, close: number, url: string, end: number): void {
    const { at: start } = opener
    const spans = this.spans.length
    this.pair(opener.runs)
    const isBare = this.regions.length === opener.regions && this.spans.length === spans
    const shown = this.source.slice(start + 1, close)
    const isFilled =
      isBare && shown !== '' && (url === shown || url === `http://${shown}` || url === `mailto:${shown}`)
    this.addSpan('link', start, end, url)
    if (isFilled) this.regions.push({ start, end, filled: true })
    else {
      this.regions.push({ start, end: start + 1, filled: false })
      this.regions.push({ start: close, end, filled: false })
    }
    // Links do not nest.
    this.inactive = this.openers.length
    this.at = end
  }

  /** Text, where no run may close what one of its width before it has opened. */
  private takeTildes(): boolean {
    const start = this.at
    this.at = this.runEnd(start, TILDE)
    const { opens, closes } = runAt(this.source, start, this.at, this.from, this.to)
    const width = this.at - start
    if (closes && this.openTildes.has(width)) return false
    if (opens) this.openTildes.add(width)
    return true
  }

  private pair(from: number): void {
    if (this.runs.length <= from) return
    for (const pair of pairsOf(this.runs, from)) this.addPair(pair)
  }

  private addPair({ type, start, end, width }: Pair): void {
    this.addSpan(type, start, end, '')
    this.regions.push({ start, end: start + width, filled: false })
    this.regions.push({ start: end - width, end, filled: false })
  }

  private addSpan(type: Span['type'], start: number, end: number, value: string): void {
    this.spans.push({ type, offset: start - this.from, length: end - start, value })
  }

  private addFilled(type: Span['type'], start: number, end: number, value: string): void {
    this.addSpan(type, start, end, value)
    this.regions.push({ start, end, filled: true })
    this.at = end
  }

  private masked(): string {
    const { source, from, to, regions } = this
    if (regions.length === 0) return source.slice(from, to)
    let text = ''
    let at = from
    for (const { start, end, filled } of regions.sort((a, b) => a.start - b.start)) {
      const mark = filled ? FILLER : ' '
      const marked = source.slice(start, end)
      text += source.slice(at, start)
      text += marked.includes('\n') ? marked.replace(/[^\r\n]/g, mark) : mark.repeat(end - start)
      at = end
    }
    return text + source.slice(at, to)
  }

  private runEnd(at: number, code: number): number {
    const { source, to } = this
    let end = at + 1
    while (end < to && source.charCodeAt(end) === code) end++
    return end
  }
}

/** Each is searched for up to the end. */
const MOST_LOOSE_TICKS = 10

/** Characters that make an address of the words around them. */
const ADDRESS = ':/.@-_+'
