import type { Item } from '../../model/spec-document'

/**
 * Normative keywords of RFC 2119 and RFC 8174, in the order of their strength; each negated form stands after the
 * form it negates. RFC 8174: they have this meaning in upper case only.
 */
export const NORMATIVE_KEYWORDS: readonly string[] = [
  'MUST',
  'MUST NOT',
  'REQUIRED',
  'SHALL',
  'SHALL NOT',
  'SHOULD',
  'SHOULD NOT',
  'RECOMMENDED',
  'NOT RECOMMENDED',
  'MAY',
  'OPTIONAL',
]

/** What a keyword asks of an implementation, in the words of RFC 2119. */
export const KEYWORD_MEANINGS: ReadonlyMap<string, string> = new Map([
  ['MUST', 'An absolute requirement.'],
  ['MUST NOT', 'An absolute prohibition.'],
  ['REQUIRED', 'An absolute requirement, as MUST.'],
  ['SHALL', 'An absolute requirement, as MUST.'],
  ['SHALL NOT', 'An absolute prohibition, as MUST NOT.'],
  ['SHOULD', 'Recommended: there may be valid reasons to do otherwise, once their implications are weighed.'],
  [
    'SHOULD NOT',
    'Not recommended: there may be valid reasons to do so, once their implications are weighed.',
  ],
  ['RECOMMENDED', 'As SHOULD.'],
  ['NOT RECOMMENDED', 'As SHOULD NOT.'],
  ['MAY', 'Truly optional.'],
  ['OPTIONAL', 'Truly optional, as MAY.'],
])

const KEYWORD =
  /MUST(?:\s+NOT)?|SHALL(?:\s+NOT)?|SHOULD(?:\s+NOT)?|MAY|REQUIRED|(?:NOT\s+)?RECOMMENDED|OPTIONAL/g
const WORD_CHARACTER = /[\p{L}\p{N}_-]/u

/** A keyword found in a text. */
export interface FoundKeyword {
  readonly offset: number
  /** As written: blanks between its words may be any. */
  readonly text: string
}

/** Keywords in a masked text, in order. Looked for first and judged after: most passages have none. */
export function normativeKeywords(text: string): readonly FoundKeyword[] {
  const found: FoundKeyword[] = []
  for (const match of text.matchAll(KEYWORD)) {
    const end = match.index + match[0].length
    const inWord = WORD_CHARACTER.test(text.charAt(match.index - 1)) || WORD_CHARACTER.test(text.charAt(end))
    if (!inWord) found.push({ offset: match.index, text: match[0] })
  }
  return found
}

/** Normative keywords of a requirement, each once, in the order of the text; of any other item none. */
export function keywordsOf(item: Item): readonly string[] {
  if (item.role !== 'requirement') return []
  const found = item.passages.flatMap((passage) => normativeKeywords(passage.text))
  return [...new Set(found.map((keyword) => keyword.text.replace(/\s+/g, ' ')))]
}
