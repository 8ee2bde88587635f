import type { Placed } from './facts'

/** A document as remark reads it. Immutable; blocks that did not change are shared between versions. */
export interface MarkdownDocument {
  readonly text: string
  /** Top-level blocks in order; list items stand at top level, as there is no node for a list. */
  readonly blocks: readonly Placed[]
  /** Set where the text is beyond what is read: nothing is in `blocks`, and this says why, for a person. */
  readonly refused: string | undefined
}

/** Reads documents and remembers the facts of the blocks it has seen. One owner: the service. */
export interface MarkdownReader {
  read(text: string): MarkdownDocument
  /** Lets go of all that it remembers. */
  forget(): void
}
