const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Whether a year, month (from 1) and day make a date of the Gregorian calendar. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}

/** The `YYYY-MM-DD` that a text begins with, not followed by another digit or letter but a time's `T`; else `undefined`. */
export function leadingIsoDate(text: string): { readonly text: string; readonly real: boolean } | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?![\dA-SU-Za-z-])/.exec(text)
  if (match === null) return undefined
  return { text: match[0], real: isRealDate(Number(match[1]), Number(match[2]), Number(match[3])) }
}

/**
 * The ISO date that another way of writing means, where it can mean only one: `January 15, 2026`, `15 Jan 2026`,
 * `2026/1/15`, `15.01.2026`, `15/01/2026` (a day above 12 tells), never `03/04/2026`.
 */
export function toIsoDate(text: string): string | undefined {
  const value = text.trim()
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(value)
  if (yearFirst !== null) return iso(yearFirst[1], yearFirst[2], yearFirst[3])
  const monthFirst = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/i.exec(value)
  if (monthFirst !== null) return iso(monthFirst[3], month(monthFirst[1]), monthFirst[2])
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(value)
  if (dayFirst !== null) return iso(dayFirst[3], month(dayFirst[2]), dayFirst[1])
  const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(value)
  if (numbers === null) return undefined
  const [, first, separator, second, year] = numbers
  // A dot separates day.month.year wherever it is used; a slash may stand for either order.
  if (separator === '.' || Number(first) > 12) return iso(year, second, first)
  return Number(second) > 12 ? iso(year, first, second) : undefined
}

function month(name: string | undefined): string | undefined {
  const place = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase())
  return place < 0 ? undefined : String(place + 1)
}

function iso(year?: string, monthNumber?: string, day?: string): string | undefined {
  if (year === undefined || monthNumber === undefined || day === undefined) return undefined
  if (!isRealDate(Number(year), Number(monthNumber), Number(day))) return undefined
  return `${year}-${monthNumber.padStart(2, '0')}-${day.padStart(2, '0')}`
}
