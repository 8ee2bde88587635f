/** Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours cost 1 each. */
export function editDistance(a: string, b: string): number {
  // Status values and headings are short; what is not cannot be near, and must not cost its product.
  if (Math.abs(a.length - b.length) > 40 || a.length > 200) return Number.POSITIVE_INFINITY
  // Three rows of the table, each written over when it is the fourth last.
  const columns = b.length + 1
  let beforeLast = new Uint16Array(columns)
  let last = Uint16Array.from({ length: columns }, (_, column) => column)
  let current = new Uint16Array(columns)
  for (let row = 1; row <= a.length; row++) {
    current[0] = row
    for (let column = 1; column <= b.length; column++) {
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
    }
    const free = beforeLast
    beforeLast = last
    last = current
    current = free
  }
  return last[b.length] ?? 0
}
