import { isAscii } from '../text/ascii'

/** What is known of words, whatever the case of their letters. */
export class ByToken<T> {
  private readonly known = new Map<string, T>()
  /** Of those words, see `shapeOf`: most words of a text need not be looked up. */
  private readonly shapes = new Set<number>()

  /** @param token in lower case */
  set(token: string, value: T): void {
    this.known.set(token, value)
    this.shapes.add(shapeOf(token, 0, token.length))
  }

  /** @param token in lower case */
  get(token: string): T | undefined {
    return this.known.get(token)
  }

  get size(): number {
    return this.known.size
  }

  tokens(): Iterable<string> {
    return this.known.keys()
  }

  values(): Iterable<T> {
    return this.known.values()
  }

  /** What is known of the word in `[start, end)` of a text. */
  at(text: string, start: number, end: number): T | undefined {
    const token = text.slice(start, end)
    // In lower case, others may have another first letter and another length.
    if (!this.shapes.has(shapeOf(text, start, end)) && isAscii(token)) return undefined
    return this.known.get(token.toLowerCase())
  }
}

/** First letter and length: the same for two words in ASCII that differ in the case of letters alone. */
function shapeOf(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) | 32) + 65_536 * (end - start)
}
