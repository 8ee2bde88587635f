import { countWhile } from './search'

/** Number of characters at the start that are the same in both. */
export function commonStart(one: string, other: string): number {
  return longest(Math.min(one.length, other.length), (count) => one.slice(0, count) === other.slice(0, count))
}

/** Number of characters at the end that are the same in both. */
export function commonEnd(one: string, other: string): number {
  return longest(
    Math.min(one.length, other.length),
    (count) => one.slice(one.length - count) === other.slice(other.length - count),
  )
}

/** By bisection: comparing slices is some forty times faster than comparing characters one by one. */
function longest(limit: number, isCommon: (count: number) => boolean): number {
  return countWhile(limit, (place) => isCommon(place + 1))
}
