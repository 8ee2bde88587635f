import { languages, type Words } from '../words/index'
import { isUnlistedScript } from './prose'

/**
 * The words of all languages as the source of a pattern (flags `iu`) that finds them whole; in scripts without blanks a
 * word has no ends to be found by.
 */
export function wholeWords(pick: (words: Words) => readonly string[]): string {
  const words = [...new Set(languages.flatMap(pick))].sort((a, b) => b.length - a.length)
  const spaced = words.filter((word) => !isUnlistedScript(word)).join('|')
  return [
    `(?<![\\p{L}\\p{M}\\p{N}_-])(?:${spaced})(?![\\p{L}\\p{M}\\p{N}_-])`,
    ...words.filter(isUnlistedScript),
  ].join('|')
}
