// The rules of SPEC-2026-02-16-001, reservation queue.
import { daysBetween } from './dates.js'

/**
 * @typedef {{ reader: string, made: string, asideSince?: string }} Reservation
 * @typedef {readonly Reservation[]} Queue the reservations of one title, first come first (REQ-001)
 */

const FETCH_DAYS = 7

/**
 * Adds a reader at the end; one who is in the queue already stays where they are (REQ-004).
 *
 * @param {Queue} queue
 * @param {string} reader
 * @param {string} today
 * @returns {Queue}
 */
export function reserve(queue, reader, today) {
  const known = queue.some((reservation) => reservation.reader === reader)
  return known ? queue : [...queue, { reader, made: today }]
}

/**
 * Sets a returned copy aside for the first reader who waits for one (REQ-002).
 *
 * @param {Queue} queue
 * @param {string} today
 * @returns {Queue}
 */
export function copyReturned(queue, today) {
  const next = queue.findIndex((reservation) => reservation.asideSince === undefined)
  return queue.map((reservation, at) => (at === next ? { ...reservation, asideSince: today } : reservation))
}

/**
 * After closing: a copy that was not fetched within seven days goes to the next reader (REQ-003).
 *
 * @param {Queue} queue
 * @param {string} today
 * @returns {Queue}
 */
export function releaseUnfetched(queue, today) {
  const isLate = (/** @type {Reservation} */ { asideSince }) =>
    asideSince !== undefined && daysBetween(asideSince, today) >= FETCH_DAYS
  const released = queue.filter(isLate)
  const left = queue.filter((reservation) => !isLate(reservation))
  return released.reduce((rest) => copyReturned(rest, today), left)
}
