// The rules of SPEC-2026-01-12-001, loan renewal.
import { addDays, daysBetween } from './dates.js'

/**
 * @typedef {{ title: string, reader: string, due: string, renewals: number }} Loan
 * @typedef {{ title: string, reader: string }} Hold
 * @typedef {{ loan: Loan, refused?: 'reserved' | 'limit' }} Renewal
 */

const LOAN_DAYS = 14
const MOST_RENEWALS = 2
const OFFERED_BEFORE = 3

/**
 * Renews a loan, or says why not; the loan is then the one that was given.
 *
 * @param {Loan} loan
 * @param {readonly Hold[]} holds reservations of all titles
 * @returns {Renewal}
 */
export function renew(loan, holds) {
  // REQ-002
  const reserved = holds.some((hold) => hold.title === loan.title && hold.reader !== loan.reader)
  if (reserved) return { loan, refused: 'reserved' }
  // REQ-003
  if (loan.renewals >= MOST_RENEWALS) return { loan, refused: 'limit' }
  // REQ-001: from the due date, so that an early renewal costs no days.
  return { loan: { ...loan, due: addDays(loan.due, LOAN_DAYS), renewals: loan.renewals + 1 } }
}

/**
 * Whether the page offers a renewal today (REQ-005).
 *
 * @param {Loan} loan
 * @param {string} today
 */
export function isOffered(loan, today) {
  return daysBetween(today, loan.due) <= OFFERED_BEFORE
}
