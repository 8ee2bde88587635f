import { without } from '../phrases'
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
export function keywordsIn(text: string, { lists, onlyInCapitals, lookalikes }: Wording): readonly Keyword[] {
  const told = withoutQuotations(text)
  const places = lists.keywords.in(told)
  if (places.length === 0) return NONE
  const prose = without(lookalikes, told)
  const found: Keyword[] = []
  for (const { start, end } of prose === told ? places : lists.keywords.in(prose)) {
    const said = prose.slice(start, end)
    const isUpperCase = said !== said.toLowerCase() && said === said.toUpperCase()
    if (!isUpperCase && onlyInCapitals.has(said.toLowerCase())) continue
    const not = /^\s+not\b/i.exec(prose.slice(end, end + 8))?.[0] ?? ''
    found.push({ start, end: end + not.length, word: said + not, isUpperCase })
  }
  return found.length === 0 ? NONE : found
}

const NONE: readonly Keyword[] = []
