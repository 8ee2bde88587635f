import { languages } from './index'
import type { Words } from './words'

/** The words of all languages as the alternatives of a pattern. */
export function alternatives(pick: (words: Words) => readonly string[]): string {
  // The longest first, so that `easy-to-use` is not cut to `easy`.
  return languages
    .flatMap(pick)
    .sort((a, b) => b.length - a.length)
    .join('|')
}
