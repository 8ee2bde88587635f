import type { PackedSymbols } from './packed-symbols'

/** What `PackWriter` adds to all bytes of a number but the last. */
const MORE = 128

/** Reads what {@link PackWriter} wrote, in the same order. */
export class PackReader {
  readonly #numbers: string
  readonly #texts: string
  /** Where each section begins, and behind them the lengths of the texts. */
  readonly #sections: number[] = []
  /** Where each text begins, and where the last one ends: found out by the first that is read. */
  #starts: readonly number[] | undefined
  #at = 0
  #place = 0

  constructor({ numbers, texts }: PackedSymbols) {
    this.#numbers = numbers
    this.#texts = texts
    const count = this.number()
    let start = 0
    for (let section = 0; section < count; section++) {
      this.#sections.push(start)
      start += this.number()
    }
    this.#sections.push(start)
    for (let section = 0; section <= count; section++)
      this.#sections[section] = (this.#sections[section] ?? 0) + this.#at
  }

  /** Goes to the beginning of a section. */
  section(number: number): this {
    this.#at = this.#sections[number] ?? this.#numbers.length
    this.#place = 0
    return this
  }

  number(): number {
    let value = 0
    let factor = 1
    for (;;) {
      // Behind the end it is not a number, which ends it.
      const byte = this.#numbers.charCodeAt(this.#at++)
      if (!(byte >= MORE)) return value + byte * factor
      value += (byte - MORE) * factor
      factor *= MORE
    }
  }

  place(): number {
    const step = this.number()
    this.#place += step % 2 === 0 ? step / 2 : -(step + 1) / 2
    return this.#place
  }

  text(): string | undefined {
    const number = this.number()
    if (number === 0) return undefined
    this.#starts ??= this.#startsOfTexts()
    return this.#texts.slice(this.#starts[number - 1], this.#starts[number])
  }

  /** What {@link number} reads for a text that is this one; 0 where there is none. Makes no text of the others. */
  numberOf(text: string): number {
    const before = this.#at
    let found = 0
    let start = 0
    this.#at = this.#lengthsAt
    for (let at = 1, left = this.number(); left > 0 && found === 0; left--, at++) {
      const length = this.number()
      if (length === text.length && this.#texts.startsWith(text, start)) found = at
      start += length
    }
    this.#at = before
    return found
  }

  /** A text that is always there. */
  string(): string {
    return this.text() ?? ''
  }

  flag(): boolean | undefined {
    const value = this.number()
    return value === 0 ? undefined : value === 2
  }

  optional<T>(read: (reader: this) => T): T | undefined {
    return this.number() === 0 ? undefined : read(this)
  }

  /** Reads the entries of a list of which `isWanted`, which is to read one to its end, is true. */
  listOf<T>(isWanted: (reader: this) => boolean, read: (reader: this) => T): T[] {
    const values: T[] = []
    for (let left = this.number(); left > 0; left--) {
      const [at, place] = [this.#at, this.#place]
      if (!isWanted(this)) continue
      this.#at = at
      this.#place = place
      values.push(read(this))
    }
    return values
  }

  list<T>(read: (reader: this) => T): T[] {
    const values: T[] = []
    for (let left = this.number(); left > 0; left--) values.push(read(this))
    return values
  }

  get #lengthsAt(): number {
    return this.#sections.at(-1) ?? 0
  }

  #startsOfTexts(): readonly number[] {
    const before = this.#at
    this.#at = this.#lengthsAt
    const starts = [0]
    for (let end = 0, left = this.number(); left > 0; left--) {
      end += this.number()
      starts.push(end)
    }
    this.#at = before
    return starts
  }
}
