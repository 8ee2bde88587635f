import type { Span } from '../template/template'
import type { FoundId } from './id-grammar'
import type { ItemId } from './spec-document'

/** An ID that was found in a prose, at its place in a document. What it says is shared by all versions of the document. */
export class PlacedId implements ItemId {
  private known: Span | undefined = undefined

  /** @param base where the prose begins */
  constructor(
    private readonly found: FoundId,
    private readonly base: number,
  ) {}

  get text(): string {
    return this.found.text
  }

  get key(): string {
    return this.found.key
  }

  get prefix(): string {
    return this.found.prefix
  }

  get area(): string {
    return this.found.area
  }

  get number(): string {
    return this.found.number
  }

  get suffix(): string {
    return this.found.suffix
  }

  get span(): Span {
    this.known ??= { start: this.base + this.found.start, end: this.base + this.found.end }
    return this.known
  }
}
