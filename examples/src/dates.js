/** Dates are ISO days, `2026-03-14`; a day has no time zone. */

const DAY = 24 * 60 * 60 * 1000

/**
 * @param {string} date
 * @param {number} days
 */
export function addDays(date, days) {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/**
 * Days from one date to another, negative where `to` lies before `from`.
 *
 * @param {string} from
 * @param {string} to
 */
export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}
