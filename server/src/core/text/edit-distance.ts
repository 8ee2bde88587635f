/** More than any two texts that are compared differ in. */
const FAR = 1000

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours cost 1 each. Of its table
 * only the band is filled in which a distance of `most` can lie (Ukkonen 1985).
 *
 * @param most a whole number
 * @returns `Infinity` where it is larger than `most`
 */
export function editDistance(a: string, b: string, most = Number.POSITIVE_INFINITY): number {
  // Status values and headings are short; what is not cannot be near, and must not cost its product.
  if (Math.abs(a.length - b.length) > Math.min(most, 40) || a.length > 200) return Number.POSITIVE_INFINITY
  // Three rows of the table, each written over when it is the fourth last.
  const columns = b.length + 1
  let beforeLast = new Uint16Array(columns)
  let last = Uint16Array.from({ length: columns }, (_, column) => column)
  let current = new Uint16Array(columns)
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - most)
    const to = Math.min(b.length, row + most)
    current[from - 1] = from === 1 ? row : FAR
    let least = current[from - 1] ?? FAR
    for (let column = from; column <= to; column++) {
      const same = a[row - 1] === b[column - 1]
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1)
      }
      current[column] = cost
      least = Math.min(least, cost)
    }
    // A swap reaches over one row, at a cost of its own.
    if (least > most + 1) return Number.POSITIVE_INFINITY
    if (to < b.length) current[to + 1] = FAR
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  const distance = last[b.length] ?? 0
  return distance > most ? Number.POSITIVE_INFINITY : distance
}
