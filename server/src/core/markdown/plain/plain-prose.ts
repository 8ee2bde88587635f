import { FILLER, type Prose, type Span } from '../facts'
import { readResource } from './destination'
import { type Pair, pairsOf, type Run, runAt } from './emphasis'

/** Masked inline content; see {@link Prose}. */
export type PlainProse = Pick<Prose, 'text' | 'spans'>

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const EXCLAMATION = 33
const AMPERSAND = 38
const OPENING_PARENTHESIS = 40
const ASTERISK = 42
const DOT = 46
const SLASH = 47
const COLON = 58
const LESS_THAN = 60
const AT = 64
const OPENING_BRACKET = 91
const BACKSLASH = 92
const CLOSING_BRACKET = 93
const CARET = 94
const UNDERSCORE = 95
const BACKTICK = 96
const TILDE = 126

/**
 * Masks `[from, to)`, the inline content of a block, without remark: text with code spans, emphasis, links and escapes.
 * Gives what `proseOf` gives, or `undefined` where there is anything else in it or anything is doubtful.
 *
 * @param from offset of its first character, which is no white space
 * @param to offset behind its last one
 */
export function plainProse(source: string, from: number, to: number): PlainProse | undefined {
  return new InlineReading(source, from, to).read()
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
  private tildes = 0
  private escapes = 0

  constructor(
    private readonly source: string,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.at = from
  }

  read(): PlainProse | undefined {
    const { source, to } = this
    while (this.at < to) {
      if (!this.take(source.charCodeAt(this.at))) return undefined
    }
    this.pair(0)
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
    const ticks = source.slice(at, at + width)
    let close = at + width
    for (;;) {
      close = source.indexOf(ticks, close)
      if (close < 0 || close >= to) return false
      const end = this.runEnd(close, BACKTICK)
      if (end - close === width) break
      close = end
    }
    const inside = source.slice(at + width, close)
    if (/[\r\n\0]/.test(inside)) return false
    const isPadded = inside.startsWith(' ') && inside.endsWith(' ') && /[^ ]/.test(inside)
    this.addSpan('code', at, close + width, isPadded ? inside.slice(1, -1) : inside)
    this.regions.push({ start: at, end: close + width, filled: true })
    this.at = close + width
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

  /** A run by itself is text; two may strike something through. */
  private takeTildes(): boolean {
    this.tildes++
    this.at = this.runEnd(this.at, TILDE)
    return this.tildes === 1
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

  private masked(): string {
    const { source, from, to, regions } = this
    if (regions.length === 0) return source.slice(from, to)
    let text = ''
    let at = from
    for (const { start, end, filled } of regions.sort((a, b) => a.start - b.start)) {
      text += source.slice(at, start) + (filled ? FILLER : ' ').repeat(end - start)
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

/** Characters that make an address of the words around them. */
const ADDRESS = ':/.@-_+'

/** Whether what stands at the place may begin HTML, a character reference or an address, or is no plain character. */
function isDoubtful(source: string, at: number, code: number): boolean {
  switch (code) {
    case 0:
    case 9:
      return true
    case LESS_THAN:
      return /[a-z/!?@\d]/i.test(source[at + 1] ?? '')
    case AMPERSAND:
      return /^&(?:#|[a-z])[a-z\d]*;/i.test(source.slice(at, at + 40))
    case AT:
      return /[\w+.-]/.test(source[at - 1] ?? '') && /[\w.-]/.test(source[at + 1] ?? '')
    case COLON:
      return source.charCodeAt(at + 1) === SLASH && /https?$/i.test(source.slice(Math.max(0, at - 5), at))
    case DOT:
      return /^www$/i.test(source.slice(Math.max(0, at - 3), at))
    default:
      return false
  }
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  )
}
