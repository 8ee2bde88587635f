/**
 * Number of places at the beginning of a row of `count` for which a condition holds that, from some place on, holds no
 * more: by bisection, so that looking into a long document stays cheap.
 */
export function countWhile(count: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the last element that starts at or before the offset, `-1` where there is none. `start` must ascend. */
export function lastStartingBefore<T>(
  list: readonly T[],
  offset: number,
  start: (element: T) => number,
): number {
  return (
    countWhile(list.length, (place) => {
      const element = list[place]
      return element !== undefined && start(element) <= offset
    }) - 1
  )
}
