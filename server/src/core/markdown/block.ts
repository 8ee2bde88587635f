import type { LineKind } from './line-kind'

/**
 * A stretch of a text that means the same by itself as in its place: whole top-level nodes, a list item being one, with
 * the blank lines after them.
 */
export interface Block {
  readonly start: number
  /** Where the next block begins, or the end of the text. */
  readonly end: number
  readonly kind: BlockKind
}

/** What the first line of a block begins; `unopened` is a document that begins like front matter that never ends. */
export type BlockKind = LineKind | 'blank' | 'frontMatter' | 'unopened'
