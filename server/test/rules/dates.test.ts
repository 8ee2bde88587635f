import { describe, expect, test } from 'vitest'
import { isRealDate, leadingIsoDate, toIsoDate } from '../../src/core/rules/support/dates'

describe('dates', () => {
  test.each([
    [2024, 2, 29, true],
    [2026, 2, 29, false],
    [2000, 2, 29, true],
    [1900, 2, 29, false],
    [2026, 4, 31, false],
    [2026, 12, 31, true],
    [2026, 13, 1, false],
    [2026, 0, 1, false],
    [2026, 1, 0, false],
  ])('%i-%i-%i is real: %s', (year, month, day, real) => {
    expect(isRealDate(year, month, day)).toBe(real)
  })

  test.each([
    ['2026-01-15', true],
    ['2026-01-15 (second draft)', true],
    ['2026-01-15T10:00:00Z', true],
    ['2026-02-30', false],
  ])('%s begins with an ISO date, real: %s', (text, real) => {
    expect(leadingIsoDate(text)?.real).toBe(real)
  })

  test.each(['15.01.2026', '2026-1-5', '2026-01-155', '2026-01-15-001', 'soon'])(
    '%s begins with none',
    (text) => {
      expect(leadingIsoDate(text)).toBeUndefined()
    },
  )

  test.each([
    ['January 15, 2026', '2026-01-15'],
    ['Jan. 5th 2026', '2026-01-05'],
    ['15 March 2026', '2026-03-15'],
    ['2026/1/5', '2026-01-05'],
    ['15.01.2026', '2026-01-15'],
    ['15/01/2026', '2026-01-15'],
    ['01/15/2026', '2026-01-15'],
  ])('%s can only mean %s', (text, date) => {
    expect(toIsoDate(text)).toBe(date)
  })

  test.each(['03/04/2026', '30 February 2026', '15 Smarch 2026', 'yesterday', '2026'])(
    '%s is not guessed at',
    (text) => {
      expect(toIsoDate(text)).toBeUndefined()
    },
  )
})
