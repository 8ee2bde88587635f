import type { Prose } from '../markdown/facts'
import { findSection } from '../template/headings'
import type { SectionDefinition } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import { afterLineEnd, lineEnd } from '../text/lines'
import { displayText } from './display'
import { type Lead, readLead } from './lead'
import type { Lexicon } from './lexicon'
import { findMentions, type Mention, readableText } from './mentions'
import { openingOf, plainOpeningOf } from './openings'
import { type FoundPlaceholder, findBracketed, wholePlaceholder } from './placeholders'
import { type Said, saidIn } from './said'
import type { Entry } from './spec-document'

/**
 * What a prose says by itself, whatever document it stands in: found out on demand, once. Offsets count from the start
 * of the prose, so that a scan stays good when the prose moves.
 */
export interface ProseScan {
  readonly prose: Prose
  readonly lead: Lead | undefined
  /** The lead where it may open an item of that form; see `openingOf`. */
  opening(form: Entry['form']): Lead | undefined
  /** The lead where it may open a list item in a section for its kind; see `plainOpeningOf`. */
  readonly plainOpening: Lead | undefined
  /** The prose cut before each line that opens an item, as paragraphs have them; one piece where none does. */
  readonly pieces: readonly Piece[]
  readonly mentions: readonly Mention[]
  /** In brackets. */
  readonly placeholders: readonly FoundPlaceholder[]
  /** Set where all the text behind the lead is a placeholder without brackets. */
  readonly whole: FoundPlaceholder | undefined
  /** Struck through from its first word behind the ID on, or from the ID on. */
  readonly struck: boolean
  /** Behind the ID, and a label with a colon, it says nothing but one placeholder of the template. */
  readonly vacant: boolean
  /** HTML comments within the prose. */
  readonly comments: readonly { readonly start: number; readonly end: number }[]
  /** Where the text behind the ID begins and where it ends, blanks and markup left out. */
  readonly textStart: number
  readonly textEnd: number
  /** What an entry says that is this prose alone; `isOpened` where it opens with an ID, sound or broken. */
  said(isOpened: boolean, source: string, start: number): Said
  /** The text behind the ID as a reader sees it. `source` is any document in which the prose stands at `start`. */
  text(source: string, start: number): string
  /** The whole prose as a reader sees it. */
  display(source: string, start: number): string
  /** The template's section that the prose names as a heading; see `findSection`. */
  section(parent: SectionDefinition | undefined): SectionDefinition | undefined
  /** The words before a colon within the first forty characters, as written: the label of `Input: …`. */
  readonly label: { readonly text: string; readonly valueStart: number } | undefined
}

/** Some lines of a paragraph, as a prose of their own that begins at `start`. */
export interface Piece {
  readonly start: number
  readonly scan: ProseScan
}

export function createProseScan(prose: Prose, lexicon: Lexicon): ProseScan {
  return new LazyScan(prose, lexicon)
}

const UNKNOWN = Symbol('not looked for yet')
type Lazy<T> = T | typeof UNKNOWN

class LazyScan implements ProseScan {
  private readonly readable: string
  private knownLead: Lazy<Lead | undefined> = UNKNOWN
  private readonly knownOpenings: Partial<Record<Entry['form'], Lead | null>> = {}
  private knownPlainOpening: Lazy<Lead | undefined> = UNKNOWN
  private knownPieces: readonly Piece[] | undefined
  private knownMentions: readonly Mention[] | undefined
  private knownPlaceholders: readonly FoundPlaceholder[] | undefined
  private knownWhole: Lazy<FoundPlaceholder | undefined> = UNKNOWN
  private knownStruck: boolean | undefined
  private knownVacant: boolean | undefined
  private knownComments: ProseScan['comments'] | undefined
  private knownLabel: Lazy<ProseScan['label']> = UNKNOWN
  private knownOpened: Said | undefined
  private knownUnopened: Said | undefined
  private knownText: string | undefined
  private knownDisplay: string | undefined
  private knownSection: Lazy<SectionDefinition | undefined> = UNKNOWN
  private knownParent: SectionDefinition | undefined

  constructor(
    readonly prose: Prose,
    private readonly lexicon: Lexicon,
  ) {
    this.readable = readableText(prose, lexicon.grammar)
  }

  get lead(): Lead | undefined {
    if (this.knownLead === UNKNOWN) this.knownLead = readLead(this.prose, this.readable, this.lexicon.grammar)
    return this.knownLead
  }

  opening(form: Entry['form']): Lead | undefined {
    let opening = this.knownOpenings[form]
    if (opening === undefined) {
      opening = openingOf(this.lead, form, this.prose) ?? null
      this.knownOpenings[form] = opening
    }
    return opening ?? undefined
  }

  get plainOpening(): Lead | undefined {
    if (this.knownPlainOpening === UNKNOWN) {
      // Mentions cost a search through the whole prose, which few need for this.
      const mentions = this.lead?.id === undefined ? [] : this.mentions
      this.knownPlainOpening = plainOpeningOf(this.lead, mentions, this.prose)
    }
    return this.knownPlainOpening
  }

  get pieces(): readonly Piece[] {
    this.knownPieces ??= this.cut()
    return this.knownPieces
  }

  private cut(): readonly Piece[] {
    const cuts = linesThatOpen(this.prose, this.readable, this.lexicon)
    if (cuts.length === 0) return [{ start: 0, scan: this }]
    return [0, ...cuts].map((start, i) => {
      const prose = sliceProse(this.prose, start, cuts[i] ?? this.prose.text.length)
      return { start, scan: createProseScan(prose, this.lexicon) }
    })
  }

  get mentions(): readonly Mention[] {
    this.knownMentions ??= findMentions(this.prose, this.readable, this.lexicon)
    return this.knownMentions
  }

  get placeholders(): readonly FoundPlaceholder[] {
    this.knownPlaceholders ??= findBracketed(this.prose.text, this.lexicon)
    return this.knownPlaceholders
  }

  get whole(): FoundPlaceholder | undefined {
    if (this.knownWhole === UNKNOWN) {
      this.knownWhole = wholePlaceholder(this.prose.text, this.textStart, this.textEnd, this.lexicon)
    }
    return this.knownWhole
  }

  get struck(): boolean {
    this.knownStruck ??= isStruck(this)
    return this.knownStruck
  }

  get vacant(): boolean {
    this.knownVacant ??= isVacant(this)
    return this.knownVacant
  }

  get comments(): ProseScan['comments'] {
    this.knownComments ??= commentsIn(this.prose)
    return this.knownComments
  }

  get textStart(): number {
    return this.lead?.textStart ?? skipBlanks(this.prose.text, 0)
  }

  get textEnd(): number {
    return trimEnd(this.prose.text, Math.min(this.textStart, this.prose.text.length), this.prose.text.length)
  }

  get label(): ProseScan['label'] {
    if (this.knownLabel === UNKNOWN) this.knownLabel = labelOf(this.prose.text)
    return this.knownLabel
  }

  said(isOpened: boolean, source: string, start: number): Said {
    if (isOpened) {
      this.knownOpened ??= saidIn(this, true, this.text(source, start), this.lexicon)
      return this.knownOpened
    }
    this.knownUnopened ??= saidIn(this, false, this.display(source, start), this.lexicon)
    return this.knownUnopened
  }

  text(source: string, start: number): string {
    this.knownText ??= displayText(this.prose, source, start, this.textStart, this.textEnd)
    return this.knownText
  }

  display(source: string, start: number): string {
    this.knownDisplay ??= displayText(this.prose, source, start, 0, this.prose.text.length)
    return this.knownDisplay
  }

  section(parent: SectionDefinition | undefined): SectionDefinition | undefined {
    if (this.knownSection === UNKNOWN || this.knownParent !== parent) {
      this.knownSection = findSection(this.lexicon.template, this.prose.text, parent)
      this.knownParent = parent
    }
    return this.knownSection
  }
}

function isStruck({ prose, lead, textStart, textEnd }: ProseScan): boolean {
  if (prose.spans.length === 0) return false
  const from = lead?.id?.start ?? textStart
  return prose.spans.some(({ type, offset, length }) => {
    if (type !== 'delete') return false
    const end = offset + length
    return (offset <= from && from < end) || (textStart < textEnd && offset <= textStart && textStart < end)
  })
}

function isVacant(scan: ProseScan): boolean {
  if (scan.whole !== undefined) return true
  const found = scan.placeholders.find(({ end }) => end === scan.textEnd)
  if (found === undefined) return false
  return found.start === scan.textStart || found.start === scan.label?.valueStart
}

const NO_COMMENTS: ProseScan['comments'] = []

function commentsIn(prose: Prose): ProseScan['comments'] {
  const comments = prose.spans.filter(({ type, value }) => type === 'html' && value.startsWith('<!--'))
  if (comments.length === 0) return NO_COMMENTS
  return comments.map(({ offset, length }) => ({ start: offset, end: offset + length }))
}

/** Offsets of the lines, the first left out, that open an item. */
function linesThatOpen(prose: Prose, text: string, { grammar }: Lexicon): number[] {
  const cuts: number[] = []
  for (let start = nextLine(text, 0); start < text.length; ) {
    const next = nextLine(text, start)
    const lead = readLead(prose, text, grammar, start, trimEnd(text, start, next))
    if (openingOf(lead, 'paragraph', prose)) cuts.push(start)
    start = next
  }
  return cuts
}

function nextLine(text: string, from: number): number {
  return afterLineEnd(text, lineEnd(text, from))
}

function sliceProse(prose: Prose, from: number, to: number): Prose {
  const spans = prose.spans
    .filter(({ offset, length }) => offset < to && offset + length > from)
    .map((span) => {
      const offset = Math.max(span.offset, from)
      return { ...span, offset: offset - from, length: Math.min(span.offset + span.length, to) - offset }
    })
  const end = trimEnd(prose.text, from, to)
  return { offset: 0, text: prose.text.slice(from, end), spans }
}

function labelOf(text: string): ProseScan['label'] {
  const match = /^\s*([\p{L}][\p{L}\p{N} /-]{0,38}?)\s*[:：]\s*/u.exec(text.slice(0, 80))
  return match === null ? undefined : { text: match[1] ?? '', valueStart: match[0].length }
}
