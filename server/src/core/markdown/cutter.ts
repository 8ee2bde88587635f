import type { Block, BlockKind } from './block'
import { afterHtmlOpening, endsHtml, type HtmlKind } from './html-starts'
import { ItemContent, mayOpenVerbatim } from './item-content'
import { LineClassifier, type LineKind } from './line-kind'
import type { LineScanner } from './line-scanner'
import { isClosingFence } from './line-starts'

/**
 * What may be open at the end of a line, as a set: where a line can be read in two ways, both are followed until they
 * meet again, and nothing is cut unless all that is followed agrees. A cut thus leaves exactly what its line begins.
 */
const NOTHING = 1
const PARAGRAPH = 2
/** A paragraph that may consist of link definitions only. */
const DEFINITIONS = 4
const TABLE = 8
const QUOTE = 16
const INDENTED_CODE = 32
/** A list item or a footnote definition. */
const ITEM = 64
const FENCE = 128
const HTML = 256
/** Beyond what the cutter follows. */
const UNKNOWN = 512
/** Not open, but ended before the line, which means the same by itself. */
const ENDS = 1024
/** Ended before the line, which yet means another thing than by itself. */
const JOINS = 2048

const COMPLETE_TAG = 7

/** Goes over the lines of a text and adds its blocks to a list. */
export class Cutter {
  private readonly at = new LineClassifier()
  private open = NOTHING
  private blockStart: number
  private blockKind: BlockKind = 'blank'
  private readonly item = new ItemContent()
  /** Of QUOTE: whether fenced code or HTML may be open in it: where that ends, and the quote, depends on what follows. */
  private quoteMayBeOpen = false
  /** Of FENCE. */
  private fenceMarker = 0
  private fenceLength = 0
  /** Of HTML. */
  private htmlKind: HtmlKind = 0

  constructor(
    private readonly line: LineScanner,
    private readonly blocks: Block[],
  ) {
    this.blockStart = line.next
  }

  /**
   * Cuts to the end of the text, or up to the first block that `isKnown` at its start.
   *
   * What follows a cut depends on the text behind it alone, so that a text can be cut from any block on.
   *
   * @returns whether it ended at a block that is known
   */
  run(isKnown: (start: number) => boolean = () => false): boolean {
    const { line } = this
    while (line.advance()) {
      if (line.isBlank) this.open = this.afterBlankLine()
      else this.take()
      if (this.blockStart === line.start && isKnown(line.start)) return true
    }
    this.endBlock(line.to)
    return false
  }

  private endBlock(end: number): void {
    if (end > this.blockStart) this.blocks.push({ start: this.blockStart, end, kind: this.blockKind })
    this.blockStart = end
  }

  private afterBlankLine(): number {
    const { open } = this
    let next = open & (INDENTED_CODE | ITEM | FENCE | UNKNOWN)
    if (open & (NOTHING | PARAGRAPH | DEFINITIONS | TABLE | QUOTE)) next |= NOTHING
    if (open & HTML) next |= this.htmlKind >= 6 ? NOTHING : HTML
    this.item.takeBlank()
    return next
  }

  /** Follows what is open over a line that is not blank, and cuts before it where all of it ends there. */
  private take(): void {
    const { open, line } = this
    if (open === ITEM && line.indent >= this.item.indent) {
      this.item.takeLine(line)
      return
    }
    if (open === FENCE) {
      this.open = this.overFence()
      return
    }
    const kind = this.at.classify(line)
    let next = 0
    for (let bit = NOTHING; bit <= UNKNOWN; bit <<= 1) {
      if (open & bit) next |= this.over(bit, kind)
    }
    if (next === ENDS) this.beginBlock(kind)
    this.open = next & (ENDS | JOINS) ? this.begin(kind, next & ~(ENDS | JOINS)) : next
  }

  /** What of `bit` is still open after the line, with `ENDS` where it ends before it and the line begins anew. */
  private over(bit: number, kind: LineKind): number {
    switch (bit) {
      case NOTHING:
        return ENDS
      case PARAGRAPH:
      case DEFINITIONS:
        return this.overParagraph(bit, kind)
      case TABLE:
        if (kind === 'maybeTag') return TABLE | ENDS
        return kind === 'text' || kind === 'bracket' ? TABLE : ENDS
      case QUOTE:
        return this.overQuote(kind)
      case INDENTED_CODE:
        return this.overIndentedCode(kind)
      case ITEM:
        return this.overItem(kind)
      case FENCE:
        return this.overFence()
      case HTML:
        return this.overHtml(this.line.start)
      default:
        return UNKNOWN
    }
  }

  private overQuote(kind: LineKind): number {
    if (kind === 'quote') {
      this.takeQuote()
      return QUOTE
    }
    if (mayBeLazy(kind)) return QUOTE | ENDS
    return this.quoteMayBeOpen ? JOINS : ENDS
  }

  private takeQuote(): void {
    this.quoteMayBeOpen ||= mayOpenVerbatim(this.line.text, this.line.first, this.line.end)
  }

  /** The code still being open, micromark takes a container for one that interrupts. */
  private overIndentedCode(kind: LineKind): number {
    if (kind === 'indented') return INDENTED_CODE
    if (kind === 'item' && !this.at.interrupts(this.line)) return PARAGRAPH | ENDS
    const isContainer = kind === 'item' || kind === 'quote' || kind === 'footnote'
    return isContainer && this.at.mayHoldContainer(this.line) ? JOINS : ENDS
  }

  private overParagraph(bit: number, kind: LineKind): number {
    const { at, line } = this
    switch (kind) {
      case 'thematicBreak':
        return at.isSetextUnderline(line) ? NOTHING : ENDS
      case 'item':
        if (at.interrupts(line)) return at.mayHoldContainer(line) ? JOINS : ENDS
        return at.isSetextUnderline(line) ? this.overUnderline(bit) : bit
      case 'text':
        if (at.isSetextUnderline(line)) return this.overUnderline(bit)
        return at.mayBeDelimiterRow(line) ? bit | TABLE : bit
      case 'quote':
      case 'footnote':
        return at.mayHoldContainer(line) ? JOINS : ENDS
      case 'indented':
      case 'bracket':
        return bit
      case 'tag':
      case 'maybeTag':
        return bit | this.maybeHeadedByTag()
      case 'maybeFootnote':
        return UNKNOWN
      default:
        return ENDS
    }
  }

  /**
   * A tag does not interrupt a paragraph, but where a delimiter row follows, micromark first ends the paragraph for a
   * table, and then finds the tag.
   */
  private maybeHeadedByTag(): number {
    if ((this.open & HTML) !== 0 && this.htmlKind !== COMPLETE_TAG) return UNKNOWN
    this.htmlKind = COMPLETE_TAG
    return HTML
  }

  /** After link definitions alone, an underline is text. */
  private overUnderline(bit: number): number {
    return bit === DEFINITIONS ? NOTHING | PARAGRAPH : NOTHING
  }

  private overItem(kind: LineKind): number {
    const { item, line } = this
    if (line.indent >= item.indent) {
      item.takeLine(line)
      return ITEM
    }
    const { afterBlank, inParagraph, mayBeOpen } = item
    item.takeOther()
    if (mayBeLazy(kind) && !afterBlank) {
      return inParagraph && kind !== 'tag' && kind !== 'maybeTag' ? ITEM : ITEM | ENDS
    }
    // Code that follows an item directly ends at other places than code by itself.
    return mayBeOpen || kind === 'indented' ? JOINS : ENDS
  }

  private overFence(): number {
    const { text, first, end, indent } = this.line
    const closes = indent < 4 && isClosingFence(text, first, end, this.fenceMarker, this.fenceLength)
    return closes ? NOTHING : FENCE
  }

  private overHtml(from: number): number {
    return endsHtml(this.htmlKind, this.line.text, from, this.line.end) ? NOTHING : HTML
  }

  private beginBlock(kind: LineKind): void {
    this.endBlock(this.line.start)
    this.blockKind = kind
  }

  /** Begins what the line begins, beside what else may be open. */
  private begin(kind: LineKind, others: number): number {
    // The fields hold one item, fence or HTML block each.
    return (others & fieldsOf(kind)) === 0 ? others | this.opened(kind) : UNKNOWN
  }

  private opened(kind: LineKind): number {
    switch (kind) {
      case 'indented':
        return INDENTED_CODE
      case 'fence':
        this.fenceMarker = this.line.text.charCodeAt(this.line.first)
        this.fenceLength = this.at.fenceLength
        return FENCE
      case 'html':
        this.htmlKind = this.at.htmlKind
        return this.overHtml(afterHtmlOpening(this.htmlKind, this.line.first))
      case 'tag':
      case 'maybeTag':
        this.htmlKind = COMPLETE_TAG
        return kind === 'tag' ? HTML : HTML | PARAGRAPH
      case 'quote':
        this.quoteMayBeOpen = (this.open & QUOTE) !== 0 && this.quoteMayBeOpen
        this.takeQuote()
        return QUOTE
      case 'item':
        this.item.openItem(this.line, this.at.markerLength)
        return ITEM
      case 'footnote':
        this.item.openFootnote(this.line)
        return ITEM
      case 'maybeFootnote':
        return UNKNOWN
      case 'bracket':
        return DEFINITIONS
      case 'text':
        return PARAGRAPH
      default:
        return NOTHING
    }
  }
}

/** What else uses the fields that such a line sets. */
function fieldsOf(kind: LineKind): number {
  switch (kind) {
    case 'item':
    case 'footnote':
      return ITEM
    case 'fence':
      return FENCE
    case 'html':
    case 'tag':
    case 'maybeTag':
      return HTML
    default:
      return 0
  }
}

/** Whether the line may stand in a container without the container's mark (section 5.1, laziness). */
function mayBeLazy(kind: LineKind): boolean {
  return kind === 'text' || kind === 'bracket' || kind === 'indented' || kind === 'tag' || kind === 'maybeTag'
}
