import { skipBlanks, trimEnd } from '../text/blanks'
import type { Lexicon } from './lexicon'
import type { ProseScan } from './prose-scan'

/** What an entry says that has all its text in one prose; offsets count from the start of that. */
export interface Said {
  /** See `Entry.text`. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** See `Entry.retired` and `Entry.untouched`. */
  readonly retired: boolean
  readonly untouched: boolean
}

/** @param isOpened whether the prose opens with an ID or a broken one, which is no part of the text */
export function saidIn(scan: ProseScan, isOpened: boolean, shown: string, { variants }: Lexicon): Said {
  const { text } = scan.prose
  const start = isOpened ? scan.textStart : skipBlanks(text, 0)
  return {
    text: shown,
    start,
    end: isOpened ? scan.textEnd : trimEnd(text, start, text.length),
    retired: scan.struck || isGivenUp(shown),
    untouched: scan.vacant || variants.has(shown),
  }
}

/** `Retired: …`, or in capitals with what became of it: `WITHDRAWN in version 2`. “RETIRED loans” are a subject. */
const GIVEN_UP =
  /^\s*(?:[Rr]etired\s*(?:[.—–]|$)|(?:RETIRED|WITHDRAWN|REMOVED|OBSOLETE|SUPERSEDED|DEPRECATED)\s*(?:[:：.,;(—–]|$|(?:at|in|by|as|since)\s))/

/** Of a text that says before anything else that it is given up. */
export function isGivenUp(text: string): boolean {
  return GIVEN_UP.test(text) || /^\s*retired\s*[:：]/i.test(text)
}
