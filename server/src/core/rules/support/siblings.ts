import type { ItemId } from '../../model/spec-document'
import { countWhile } from '../../text/search'

/** The IDs of one prefix and area that a spec defines, to find those that one that is not defined may mean. */
export interface Siblings {
  readonly size: number
  /** REQ-004d may name a lettered part of REQ-004's own text, and REQ-004 stand for REQ-004a and REQ-004b. */
  hasPartOf(id: ItemId): boolean
  /** Up to two, nearest first: one with the same digits (REQ-002 for REQ-022 or REQ-020), then those next to it. */
  nearest(id: ItemId): readonly string[]
}

export function siblingsOf(ids: ReadonlyMap<string, ItemId>): Siblings {
  const sorted = [...ids.values()].sort((a, b) => numberOf(a) - numberOf(b))
  const byNumber = new Map<number, ItemId[]>()
  const byDigits = new Map<string, ItemId>()
  for (const id of sorted) {
    const same = byNumber.get(numberOf(id))
    if (same === undefined) byNumber.set(numberOf(id), [id])
    else same.push(id)
    if (!byDigits.has(digitsOf(id))) byDigits.set(digitsOf(id), id)
  }
  return {
    size: ids.size,
    hasPartOf: (named) =>
      byNumber.get(numberOf(named))?.some((known) => known.suffix === '' || named.suffix === '') === true,
    nearest(named) {
      const slip = byDigits.get(digitsOf(named))
      const near = neighbours(sorted, numberOf(named))
      return [...new Set([...(slip === undefined ? [] : [slip]), ...near].map(({ text }) => text))].slice(
        0,
        2,
      )
    },
  }
}

/** Farther away a number is another item's, not a slip. */
const NEAR = 2

/** Up to two with the nearest numbers, nearest first. */
function neighbours(sorted: readonly ItemId[], value: number): readonly ItemId[] {
  const low = countWhile(sorted.length, (place) => {
    const at = sorted[place]
    return at !== undefined && numberOf(at) < value
  })
  return sorted
    .slice(Math.max(0, low - 2), low + 2)
    .filter((id) => Math.abs(numberOf(id) - value) <= NEAR)
    .sort((a, b) => Math.abs(numberOf(a) - value) - Math.abs(numberOf(b) - value))
    .slice(0, 2)
}

/** A number that is none (letters in front of the digits) sorts last and is near to nothing. */
function numberOf({ number }: ItemId): number {
  const value = Number(number)
  return Number.isNaN(value) ? Number.MAX_SAFE_INTEGER : value
}

/** The digits without regard to order, repetition and zeros. */
function digitsOf({ number }: ItemId): string {
  return [...new Set(number.replaceAll('0', ''))].sort().join('')
}
