import { ownText } from '../text/own-text'

/**
 * Values by text, bounded by the characters of the texts. Two generations: what was used since the cache was last half
 * full is kept, at no cost for what is used again and again.
 */
export class BoundedCache<Value> {
  private young = new Map<string, Value>()
  private old = new Map<string, Value>()
  private youngSize = 0

  /** @param size characters kept at most; of none, nothing is looked up either */
  constructor(private readonly size: number) {}

  get(text: string): Value | undefined {
    if (this.size === 0) return undefined
    const young = this.young.get(text)
    if (young !== undefined) return young
    const old = this.old.get(text)
    if (old !== undefined) this.set(text, old)
    return old
  }

  set(text: string, value: Value): void {
    if (this.size === 0) return
    if (this.youngSize > this.size / 2) {
      this.old = this.young
      this.young = new Map()
      this.youngSize = 0
    }
    // A slice of a document would keep all of that version of it alive.
    this.young.set(ownText(text), value)
    this.youngSize += text.length
  }
}
