import type { PackedSymbols } from './packed-symbols'

/** Seven bits a byte, the lowest first; all but the last of a number have the eighth. */
const MORE = 128

/** Characters that one call may be given as arguments. */
const AT_ONCE = 4096

/** Writes numbers and texts in sections that can be read each by itself. */
export class PackWriter {
  readonly #sections: number[][] = []
  readonly #texts = new Map<string, number>()
  #bytes: number[] = []
  #place = 0

  section(write: () => void): void {
    this.#bytes = []
    this.#place = 0
    write()
    this.#sections.push(this.#bytes)
  }

  /** @param value a whole number, not negative */
  number(value: number): void {
    push(this.#bytes, value)
  }

  /** An offset, as what it is more or less than the one before. */
  place(offset: number): void {
    const step = offset - this.#place
    this.#place = offset
    this.number(step < 0 ? -2 * step - 1 : 2 * step)
  }

  text(text: string | undefined): void {
    this.number(text === undefined ? 0 : this.#numberOf(text) + 1)
  }

  flag(value: boolean | undefined): void {
    this.number(value === undefined ? 0 : value ? 2 : 1)
  }

  optional<T>(value: T | undefined, write: (value: T) => void): void {
    this.number(value === undefined ? 0 : 1)
    if (value !== undefined) write(value)
  }

  list<T>(values: readonly T[], write: (value: T) => void): void {
    this.number(values.length)
    for (const value of values) write(value)
  }

  end(): PackedSymbols {
    const head: number[] = []
    push(head, this.#sections.length)
    for (const section of this.#sections) push(head, section.length)
    const lengths: number[] = []
    push(lengths, this.#texts.size)
    for (const text of this.#texts.keys()) push(lengths, text.length)
    return {
      numbers: [head, ...this.#sections, lengths].map(stringOf).join(''),
      texts: [...this.#texts.keys()].join(''),
    }
  }

  #numberOf(text: string): number {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const number = this.#texts.size
    this.#texts.set(text, number)
    return number
  }
}

function push(bytes: number[], value: number): void {
  let rest = value
  for (; rest >= MORE; rest = Math.floor(rest / MORE)) bytes.push((rest % MORE) + MORE)
  bytes.push(rest)
}

function stringOf(bytes: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    parts.push(String.fromCharCode(...bytes.slice(at, at + AT_ONCE)))
  return parts.join('')
}
