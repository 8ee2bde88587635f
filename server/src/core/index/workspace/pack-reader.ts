import type { PackedSymbols } from './packed-symbols'

/** What `PackWriter` adds to all bytes of a number but the last. */
const MORE = 128

/** Reads what {@link PackWriter} wrote, in the same order. */
export class PackReader {
  readonly #numbers: string
  readonly #texts: string
  /** Where each text begins, and where the last one ends. */
  readonly #starts: number[] = []
  readonly #sections: number[] = []
  #at = 0
  #place = 0

  constructor({ numbers, texts }: PackedSymbols) {
    this.#numbers = numbers
    this.#texts = texts
    let end = 0
    for (let left = this.number(); left > 0; left--) {
      this.#starts.push(end)
      end += this.number()
    }
    this.#starts.push(end)
    const lengths = Array.from({ length: this.number() }, () => this.number())
    let start = this.#at
    for (const length of lengths) {
      this.#sections.push(start)
      start += length
    }
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
    return number === 0 ? undefined : this.#texts.slice(this.#starts[number - 1], this.#starts[number])
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

  list<T>(read: (reader: this) => T): T[] {
    const values: T[] = []
    for (let left = this.number(); left > 0; left--) values.push(read(this))
    return values
  }
}
