import type { GlobalDefinition } from './definitions'
import type { Placed } from './facts'

/** What is known of one block text. */
export interface Slot {
  /** Keys of all that could be labels in it. */
  readonly labels: readonly string[]
  /** Definitions in it; `undefined` until it has been parsed. */
  definitions: readonly GlobalDefinition[] | undefined
  /** Facts, offsets from the start of the block, by what around the block they depend on. */
  readonly variants: Map<string, readonly Placed[]>
}

/**
 * Slots by block text, bounded by the characters of the texts. What was used since the cache was last half full is
 * kept: two generations, which costs nothing for a slot that is used again and again.
 */
export class BlockCache {
  private young = new Map<string, Slot>()
  private old = new Map<string, Slot>()
  private youngSize = 0

  /** @param size characters kept at most */
  constructor(private readonly size: number) {}

  get(text: string): Slot | undefined {
    const young = this.young.get(text)
    if (young !== undefined) return young
    const old = this.old.get(text)
    if (old !== undefined) this.set(text, old)
    return old
  }

  set(text: string, slot: Slot): void {
    if (this.youngSize > this.size / 2) {
      this.old = this.young
      this.young = new Map()
      this.youngSize = 0
    }
    this.young.set(text, slot)
    this.youngSize += text.length
  }
}
