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
  /(?<![\p{L}\p{N}_-])(?:MUST(?:\s+NOT)?|SHALL(?:\s+NOT)?|SHOULD(?:\s+NOT)?|MAY|REQUIRED|(?:NOT\s+)?RECOMMENDED|OPTIONAL)(?![\p{L}\p{N}_-])/gu

/** Keywords in a masked text, with their offsets in it. */
export function* normativeKeywords(
  text: string,
): Generator<{ readonly offset: number; readonly text: string }> {
  for (const match of text.matchAll(KEYWORD)) yield { offset: match.index, text: match[0] }
}
