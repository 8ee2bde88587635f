/** Blanks out the words that stand in quotation marks, so that offsets stay. Single straight quotes are apostrophes too often. */
export function withoutQuotations(text: string): string {
  if (!/["“«„]/.test(text)) return text
  // The bound keeps a stray quotation mark from swallowing a paragraph, and the search linear.
  return text.replace(/"[^"]{1,300}"|“[^”]{1,300}”|«[^»]{1,300}»|„[^“”]{1,300}[“”]/g, (quotation) =>
    /\p{L}/u.test(quotation) ? ' '.repeat(quotation.length) : quotation,
  )
}

/** What is looked at to either side of a place; nobody writes longer sentences, and a line of 5 MB must not cost its square. */
const REACH = 500

/** `[start, end)` of the sentence around an offset, as far as it can be seen. `e.g.`, `i.e.`, `vs.` and decimals end none. */
export function sentenceAround(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } {
  const from = Math.max(0, offset - REACH)
  const seen = text.slice(from, offset + REACH)
  let start = from
  for (const stop of seen.matchAll(/[.!?](?=\s)/g)) {
    if (isAbbreviation(seen, stop.index)) continue
    const end = from + stop.index + 1
    if (end > offset) return { start, end }
    start = end
  }
  return { start, end: from + seen.length }
}

/** The line around `[start, end)` in two parts, before and behind it, each as far as it can be seen. */
export function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const next = after.search(/[\r\n]/)
  return {
    before: before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1),
    after: next < 0 ? after : after.slice(0, next),
  }
}

function isAbbreviation(text: string, stop: number): boolean {
  return (
    text[stop] === '.' &&
    /(?:\b[ei]\.[ge]|\b(?:etc|vs|approx|incl|max|min|no|cf))$/i.test(text.slice(Math.max(0, stop - 8), stop))
  )
}

/** The words of a text in lower case, in order. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
}

const UNLISTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u

/** Where all of them lie, and little else that stands in a text in Latin letters: quicker to look for. */
const MAY_BE_UNLISTED = /[\u0400-\u1fff\u2de0-\uffff]/

/** Written in a script in which the word lists below the rules have nothing to say. */
export function isUnlistedScript(text: string): boolean {
  return MAY_BE_UNLISTED.test(text) && UNLISTED.test(text)
}
