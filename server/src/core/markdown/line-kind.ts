import { type HtmlKind, htmlKindAt, MAYBE_COMPLETE_TAG } from './html-starts'
import type { LineScanner } from './line-scanner'
import {
  isAtxHeading,
  isBlankFrom,
  isFootnoteDefinition,
  isSetextUnderline,
  isThematicBreak,
  listMarkerLength,
  mayBeDelimiterRow,
  openingFence,
} from './line-starts'

/** What a line that is not blank would begin if nothing stood before it. */
export type LineKind =
  | 'indented'
  | 'heading'
  | 'fence'
  /** HTML that may interrupt a paragraph. */
  | 'html'
  /** A complete tag on a line of its own: may not interrupt a paragraph. */
  | 'tag'
  /** A complete tag or text. */
  | 'maybeTag'
  | 'quote'
  | 'thematicBreak'
  | 'item'
  | 'footnote'
  /** A footnote definition or text. */
  | 'maybeFootnote'
  /** Text that begins with `[`: perhaps a link definition. */
  | 'bracket'
  | 'text'

const DASH = 45

/** Classifies lines; like the scanner it reads from, it overwrites its fields and allocates nothing. */
export class LineClassifier {
  kind: LineKind = 'text'
  htmlKind: HtmlKind = 0
  fenceLength = 0
  markerLength = 0

  /** Reads the scanner's current line. */
  classify(line: LineScanner): LineKind {
    this.kind = line.indent >= 4 ? 'indented' : this.kindAt(line.text, line.first, line.end)
    return this.kind
  }

  /** Whether the line, a list item, may interrupt a paragraph: not empty, and 1 if numbered (section 5.2). */
  interrupts({ text, first, end }: LineScanner): boolean {
    if (isBlankFrom(text, first + this.markerLength, end)) return false
    return this.markerLength === 1 || (this.markerLength === 2 && text[first] === '1')
  }

  /**
   * Whether the container that the line begins might hold another one that begins on the same line: when it interrupts
   * a paragraph, micromark does not let a list item inside be empty, or numbered otherwise than 1.
   */
  mayHoldContainer({ text, first, end }: LineScanner): boolean {
    return /^(?:>|[-+*]|\d+[.)]|\[\^[^\n\r]*\]:)[\t ]*(?:>|[-+*](?:[\t ]|$)|\d+[.)](?:[\t ]|$)|\[\^)/.test(
      text.slice(first, end),
    )
  }

  isSetextUnderline({ text, first, end, indent }: LineScanner): boolean {
    return indent < 4 && isSetextUnderline(text, first, end)
  }

  mayBeDelimiterRow({ text, first, end, indent }: LineScanner): boolean {
    return indent < 4 && mayBeDelimiterRow(text, first, end)
  }

  private kindAt(text: string, first: number, end: number): LineKind {
    const code = text.charCodeAt(first)
    switch (code) {
      case 35: // #
        return isAtxHeading(text, first, end) ? 'heading' : 'text'
      case 96: // `
      case 126: // ~
        this.fenceLength = openingFence(text, first, end)
        return this.fenceLength > 0 ? 'fence' : 'text'
      case 60: // <
        this.htmlKind = htmlKindAt(text, first, end)
        return kindOfHtml(this.htmlKind)
      case 62: // >
        return 'quote'
      case 91: // [
        return kindOfBracket(text, first, end)
      case 42: // *
      case DASH:
      case 95: // _
        if (isThematicBreak(text, first, end)) return 'thematicBreak'
        return code === 95 ? 'text' : this.itemOrText(text, first, end)
      case 43: // +
        return this.itemOrText(text, first, end)
      default:
        return code >= 48 && code <= 57 ? this.itemOrText(text, first, end) : 'text'
    }
  }

  private itemOrText(text: string, first: number, end: number): LineKind {
    this.markerLength = listMarkerLength(text, first, end)
    return this.markerLength > 0 ? 'item' : 'text'
  }
}

function kindOfHtml(kind: HtmlKind): LineKind {
  if (kind === 0) return 'text'
  if (kind === MAYBE_COMPLETE_TAG) return 'maybeTag'
  return kind === 7 ? 'tag' : 'html'
}

function kindOfBracket(text: string, first: number, end: number): LineKind {
  const footnote = isFootnoteDefinition(text, first, end)
  if (footnote === undefined) return 'maybeFootnote'
  return footnote ? 'footnote' : 'bracket'
}
