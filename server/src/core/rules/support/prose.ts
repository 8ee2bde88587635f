/** Blanks out what stands in quotation marks, so that offsets stay. Single straight quotes are apostrophes too often. */
export function withoutQuotations(text: string): string {
  if (!/["“«„]/.test(text)) return text
  // The bound keeps a stray quotation mark from swallowing a paragraph, and the search linear.
  return text.replace(/"[^"]{1,300}"|“[^”]{1,300}”|«[^»]{1,300}»|„[^“”]{1,300}[“”]/g, (quotation) =>
    ' '.repeat(quotation.length),
  )
}

/** `[start, end)` of the sentence around an offset. `e.g.`, `i.e.`, `vs.` and decimals end none. */
export function sentenceAround(
  text: string,
  offset: number,
): { readonly start: number; readonly end: number } {
  let start = 0
  for (const stop of text.matchAll(/[.!?](?=\s)/g)) {
    if (isAbbreviation(text, stop.index)) continue
    if (stop.index >= offset) return { start, end: stop.index + 1 }
    start = stop.index + 1
  }
  return { start, end: text.length }
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

/** Written in a script in which the word lists below the rules have nothing to say. */
export function isUnlistedScript(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thai}]/u.test(
    text,
  )
}
