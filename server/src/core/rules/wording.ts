import type { WordList, WordSettings } from './settings'
import { languages, type Words } from './words/index'

/** The words that rules go by, as a config has them. Immutable. */
export interface Wording {
  /** The languages that count. */
  readonly languages: readonly Words[]
  /** Finds the words of a list, whole, in any case of letters; a `g` pattern, for `matchAll`. */
  readonly patterns: Readonly<Record<WordList, RegExp>>
}

/** Words of the packs that count, with what the config adds and without what it takes. */
export function createWording(settings: WordSettings): Wording {
  const wanted = settings.languages
  const spoken =
    wanted === undefined ? languages : languages.filter(({ language }) => wanted.includes(language))
  const pattern = (list: WordList) =>
    wholeWords(
      changed(
        settings,
        list,
        spoken.flatMap((words) => wordsFor(words, list)),
      ),
    )
  return {
    languages: spoken,
    patterns: {
      keywords: pattern('keywords'),
      vague: pattern('vague'),
      quantity: pattern('quantity'),
      escape: pattern('escape'),
      openEnded: pattern('openEnded'),
      time: pattern('time'),
      weakVerbs: pattern('weakVerbs'),
    },
  }
}

function wordsFor(words: Words, list: WordList): readonly string[] {
  switch (list) {
    case 'keywords':
      return [...words.normative, ...words.normativeCapitals]
    case 'vague':
      return words.vague
    default:
      return words[list] ?? []
  }
}

function changed({ changes }: WordSettings, list: WordList, words: readonly string[]): readonly string[] {
  const change = changes.get(list)
  if (change === undefined) return words
  const removed = new Set(change.remove.map((word) => word.toLowerCase()))
  return [...new Set([...words, ...change.add.map((word) => word.toLowerCase())])].filter(
    (word) => !removed.has(word),
  )
}

/** A pattern that no list can make slow: alternatives without repetition, but for the blanks between words. */
function wholeWords(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/g
  // The longest first, so that `as soon as possible` is not cut to `soon`.
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${sorted.map(escaped).join('|')})(?![\\p{L}\\p{N}_-])`, 'giu')
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+')
}
