/** Some words between two of a phrase, within one sentence. */
const GAP = '(?:\\s+[^\\s.;:!?]{1,60}){0,12}?\\s+'

/** What a regular expression finds a word or phrase by, in which `…` and `*` are as `createPhrases` has them. */
export function phrasePattern(word: string): string {
  return word
    .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{M}]{1,40}')
    .replace(/\s*…\s*|\s+/g, (blank) => (blank.includes('…') ? GAP : '\\s+'))
}
