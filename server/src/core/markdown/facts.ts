/**
 * What remark says about a piece of Markdown, reduced to what a specification is judged by.
 *
 * Facts form a tree in which every position is relative to the start of the parent, so that a piece that did
 * not change can be shared between two versions of a document. Offsets and lengths count UTF-16 code units.
 */
export type Facts =
  | HeadingFacts
  | ParagraphFacts
  | ListItemFacts
  | TableFacts
  | RowFacts
  | CellFacts
  | QuoteFacts
  | CodeFacts
  | HtmlFacts
  | FrontMatterFacts
  | DefinitionFacts
  | FootnoteFacts
  | ThematicBreakFacts

/** Facts and where they begin: `offset` counts from the start of the parent, or of the text at top level. */
export interface Placed<F extends Facts = Facts> {
  readonly offset: number
  readonly facts: F
}

interface Extent {
  /** The piece covers `[offset, offset + length)`: the same end that remark gives the node. */
  readonly length: number
}

export interface HeadingFacts extends Extent {
  readonly type: 'heading'
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly prose: Prose
}

export interface ParagraphFacts extends Extent {
  readonly type: 'paragraph'
  readonly prose: Prose
}

/** An item of a list. Lists themselves are not kept: consecutive items are siblings. */
export interface ListItemFacts extends Extent {
  readonly type: 'listItem'
  /** As written: `-`, `*`, `+`, `1.`, `2)`. */
  readonly marker: string
  /** GFM task list item: `true`, `false`, or `null` where there is no checkbox. */
  readonly checked: boolean | null
  /** Offset, from the item's start, of the character between the brackets; `-1` where there is no checkbox. */
  readonly box: number
  readonly children: readonly Placed[]
}

/** A GFM table; the first row is the header, the delimiter row is not kept. */
export interface TableFacts extends Extent {
  readonly type: 'table'
  readonly rows: readonly Placed<RowFacts>[]
}

export interface RowFacts extends Extent {
  readonly type: 'row'
  readonly cells: readonly Placed<CellFacts>[]
}

export interface CellFacts extends Extent {
  readonly type: 'cell'
  readonly prose: Prose
}

export interface QuoteFacts extends Extent {
  readonly type: 'quote'
  readonly children: readonly Placed[]
}

export interface CodeFacts extends Extent {
  readonly type: 'code'
  /** First word of the info string, or `null`. */
  readonly lang: string | null
}

/** A block of raw HTML; comments are what suppressions are written in. */
export interface HtmlFacts extends Extent {
  readonly type: 'html'
  readonly value: string
}

export interface FrontMatterFacts extends Extent {
  readonly type: 'frontMatter'
  /** The YAML between the fences. */
  readonly value: string
  /** Offset of `value` from the start of the block. */
  readonly valueOffset: number
}

export interface DefinitionFacts extends Extent {
  readonly type: 'definition'
  readonly identifier: string
  readonly url: string
}

export interface FootnoteFacts extends Extent {
  readonly type: 'footnote'
  readonly identifier: string
  readonly children: readonly Placed[]
}

export interface ThematicBreakFacts extends Extent {
  readonly type: 'thematicBreak'
}

/**
 * Inline content with its markup masked out.
 *
 * `text` is as long as the source it stands for: `text[i]` is at source offset `start of the facts + offset + i`, so
 * a match in it is a position in the document. Words are kept as they are; markup (`**`, `_`, the brackets and
 * destination of a link, escapes, comments, the prefix of a continued line) is blanked with spaces; what is not prose (code
 * spans, other HTML, images, URLs) is filled with {@link FILLER}. Line endings stay.
 */
export interface Prose {
  /** Offset of the first character, from the start of the facts that own it. */
  readonly offset: number
  readonly text: string
  readonly spans: readonly Span[]
}

/** Stands in masked text for each UTF-16 code unit that is no prose: OBJECT REPLACEMENT CHARACTER. */
export const FILLER = '\uFFFC'

/** A stretch of marked-up inline content; `offset` counts from the start of the prose. Spans nest, outer first. */
export interface Span {
  readonly type:
    | 'strong'
    | 'emphasis'
    | 'delete'
    | 'code'
    | 'link'
    | 'image'
    | 'html'
    | 'footnoteReference'
    | 'break'
  readonly offset: number
  readonly length: number
  /** Destination of a link or image (references resolved), content of a code span or of inline HTML; else `''`. */
  readonly value: string
}
