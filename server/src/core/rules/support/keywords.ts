import type { Wording } from '../wording'
import { withoutQuotations } from './prose'

/** A normative keyword in a text; offsets count from its start. `MUST NOT` is one. */
export interface Keyword {
  readonly start: number
  readonly end: number
  readonly word: string
  readonly isUpperCase: boolean
}

/** The keywords of a text outside quotations, in order. A judge for `Recall`. Pure. */
export function keywordsIn(
  text: string,
  { patterns, onlyInCapitals, lookalikes }: Wording,
): readonly Keyword[] {
  const prose = withoutQuotations(text).replace(lookalikes, (word) => ' '.repeat(word.length))
  const found: Keyword[] = []
  for (const match of prose.matchAll(patterns.keywords)) {
    const not =
      /^\s+not\b/i.exec(prose.slice(match.index + match[0].length, match.index + match[0].length + 8))?.[0] ??
      ''
    const word = match[0] + not
    const isUpperCase = match[0] !== match[0].toLowerCase() && match[0] === match[0].toUpperCase()
    if (!isUpperCase && onlyInCapitals.has(match[0].toLowerCase())) continue
    found.push({ start: match.index, end: match.index + word.length, word, isUpperCase })
  }
  return found
}
