import { describe, expect, it } from 'vitest'
import { countWhile, lastStartingBefore } from '../../src/core/text/search'

describe('bisection', () => {
  it.each([0, 1, 2, 3, 7])('counts the places for which a condition holds, of %i', (count) => {
    for (let wanted = 0; wanted <= count; wanted++)
      expect(countWhile(count, (at) => at < wanted)).toBe(wanted)
  })

  it('finds the last that starts at or before an offset', () => {
    const starts = [3, 5, 5, 9]
    const found = [2, 3, 5, 8, 9, 20].map((offset) => lastStartingBefore(starts, offset, (start) => start))
    expect(found).toEqual([-1, 0, 2, 2, 3, 3])
    expect(lastStartingBefore([], 3, () => 0)).toBe(-1)
  })
})
