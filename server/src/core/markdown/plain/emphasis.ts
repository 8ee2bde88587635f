import { classifyCharacter } from 'micromark-util-classify-character'
import type { Span } from '../facts'

/** A run of `*`, `_` or `~` on its way: what of it is left, `[start, end)`, shrinks as pairs are found. */
export interface Run {
  readonly marker: number
  start: number
  end: number
  readonly opens: boolean
  readonly closes: boolean
}

/** A pair of marks: emphasis with one of a run, strong with two. */
export interface Pair {
  readonly type: Extract<Span['type'], 'emphasis' | 'strong'>
  /** `[start, end)` of the source, marks included. */
  readonly start: number
  readonly end: number
  readonly width: 1 | 2
}

const UNDERSCORE = 95
const TILDE = 126

const OTHER = 0
const WHITE = 1
const PUNCTUATION = 2

/**
 * The run at `[start, end)`: whether it may open and close (CommonMark 0.31, section 6.2, as micromark's `attention` has
 * it).
 *
 * @param from where the inline content begins, and `to` where it ends: there stands, as it were, white space
 */
export function runAt(source: string, start: number, end: number, from: number, to: number): Run {
  const marker = source.charCodeAt(start)
  const previous = start === from ? undefined : source.charCodeAt(start - 1)
  const next = end === to ? undefined : source.charCodeAt(end)
  const before = classOf(previous)
  const after = classOf(next)
  const opens = after === OTHER || (after === PUNCTUATION && before !== OTHER) || next === TILDE
  const closes = before === OTHER || (before === PUNCTUATION && after !== OTHER) || previous === TILDE
  if (marker !== UNDERSCORE) return { marker, start, end, opens, closes }
  return {
    marker,
    start,
    end,
    opens: opens && (before !== OTHER || !closes),
    closes: closes && (after !== OTHER || !opens),
  }
}

/** Takes the runs from the index on out of the list, and the pairs that they make. */
export function pairsOf(runs: Run[], from: number): readonly Pair[] {
  const pairs: Pair[] = []
  for (let index = from; index < runs.length; index++) {
    const closer = runs[index]
    if (closer === undefined || !closer.closes) continue
    const open = openerOf(runs, index, from)
    const opener = runs[open]
    if (opener === undefined) continue
    const width = lengthOf(opener) > 1 && lengthOf(closer) > 1 ? 2 : 1
    opener.end -= width
    closer.start += width
    pairs.push({ type: width === 2 ? 'strong' : 'emphasis', start: opener.end, end: closer.start, width })
    // What stands between pairs with nothing outside. What is left of the two may make more pairs.
    const first = lengthOf(opener) === 0 ? open : open + 1
    const last = lengthOf(closer) === 0 ? index + 1 : index
    runs.splice(first, last - first)
    index = first - 1
  }
  runs.length = from
  return pairs
}

function openerOf(runs: readonly Run[], index: number, from: number): number {
  const closer = runs[index]
  if (closer === undefined) return -1
  for (let open = index - 1; open >= from; open--) {
    const opener = runs[open]
    if (opener === undefined || !opener.opens || opener.marker !== closer.marker) continue
    const sum = lengthOf(opener) + lengthOf(closer)
    const isOdd = (opener.closes || closer.opens) && lengthOf(closer) % 3 !== 0 && sum % 3 === 0
    if (!isOdd) return open
  }
  return -1
}

function lengthOf({ start, end }: Run): number {
  return end - start
}

function classOf(code: number | undefined): number {
  if (code === undefined) return WHITE
  if (code > 127) return classifyCharacter(code) ?? OTHER
  if (code === 32 || (code >= 9 && code <= 13)) return WHITE
  const isWord = (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return isWord || code < 32 || code === 127 ? OTHER : PUNCTUATION
}
