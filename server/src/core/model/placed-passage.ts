import type { Draft } from './drafts'
import type { ProseScan } from './prose-scan'
import type { Passage, Section } from './spec-document'

/**
 * A prose at its place in a document. A document has thousands and they are made at each key, so that they hold nothing that
 * the scan of their prose has, which all versions share.
 */
export class PlacedPassage implements Passage {
  /** The draft in whose text it stands. */
  owner: Draft | undefined = undefined

  constructor(
    /** What its prose says. */
    readonly scan: ProseScan,
    readonly start: number,
    readonly section: Section | undefined,
    readonly within: Passage['within'],
    readonly quoted: boolean,
  ) {}

  get text(): string {
    return this.scan.prose.text
  }

  get spans(): Passage['spans'] {
    return this.scan.prose.spans
  }
}
