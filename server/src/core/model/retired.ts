import type { Draft, DraftRow } from './drafts'

/** `Retired: …`, or in capitals with what became of it: `WITHDRAWN in version 2`. “RETIRED loans” are a subject. */
const GIVEN_UP =
  /^\s*(?:[Rr]etired\s*(?:[.—–]|$)|(?:RETIRED|WITHDRAWN|REMOVED|OBSOLETE|SUPERSEDED|DEPRECATED)\s*(?:[:：.,;(—–]|$|(?:at|in|by|as|since)\s))/

/** An item in a table keeps its ID when it is given up: its text is struck through, or says so before anything else. */
export function isRowRetired({ scans }: DraftRow, { scan, opening, text }: Draft): boolean {
  if (scan.struck || isGivenUp(text)) return true
  const [first, ...others] = scans
  const said = (opening === undefined && first ? [first, ...others] : others).filter(
    ({ prose }) => prose.text.trim() !== '',
  )
  return (
    said.some(({ prose }) => isGivenUp(prose.text)) || (said.length > 0 && said.every(({ struck }) => struck))
  )
}

/** Of a text that says before anything else that it is given up. */
export function isGivenUp(text: string): boolean {
  return GIVEN_UP.test(text) || /^\s*retired\s*[:：]/i.test(text)
}
