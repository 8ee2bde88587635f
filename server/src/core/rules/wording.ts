import type { WordList, WordSettings } from './settings'
import { isUnlistedScript } from './support/prose'
import { languages, type Words } from './words/index'

/** The words that rules go by, as a config has them. Immutable. */
export interface Wording {
  /** The languages that count. */
  readonly languages: readonly Words[]
  /** Finds the words of a list, whole, in any case of letters; a `g` pattern, for `matchAll`. */
  readonly patterns: Readonly<Record<WordList, RegExp>>
  /** Keywords, in lower case, that are plain words unless they are written in capitals. */
  readonly onlyInCapitals: ReadonlySet<string>
  /** Finds phrases with a vague word that name something exact; a `g` pattern. */
  readonly exact: RegExp
  /** Finds words that only look as if a keyword stood in them; a `g` pattern. */
  readonly lookalikes: RegExp
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
    onlyInCapitals: capitalsOf(settings, spoken),
    exact: wholeWords(spoken.flatMap((words) => words.exact)),
    lookalikes: wholeWords(spoken.flatMap((words) => words.lookalikes ?? [])),
  }
}

/** What the config adds counts in any case of letters, though a language has it in capitals only. */
function capitalsOf({ changes }: WordSettings, spoken: readonly Words[]): ReadonlySet<string> {
  const added = new Set(changes.get('keywords')?.add.map((word) => word.toLowerCase()))
  return new Set(spoken.flatMap((words) => words.normativeCapitals).filter((word) => !added.has(word)))
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

/** A pattern that no list can make slow: alternatives without repetition, but for blanks and the gaps of phrases. */
function wholeWords(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/g
  // The longest first, so that `as soon as possible` is not cut to `soon`.
  const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const spaced = sorted.filter((word) => !isUnlistedScript(word))
  // In scripts without blanks a word has no ends to be found by.
  const joined = sorted.filter(isUnlistedScript)
  const alternatives = [
    ...(spaced.length === 0 ? [] : [`(?<![${LETTERS}])(?:${spaced.map(escaped).join('|')})(?![${LETTERS}])`]),
    ...joined.map(escaped),
  ]
  return new RegExp(alternatives.join('|'), 'giu')
}

const LETTERS = '\\p{L}\\p{N}_-'
/** Some words between two of a phrase, within one sentence. */
const GAP = '(?:\\s+[^\\s.;:!?]{1,60}){0,12}?\\s+'

function escaped(word: string): string {
  return word
    .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{M}]{1,40}')
    .replace(/\s*…\s*|\s+/g, (blank) => (blank.includes('…') ? GAP : '\\s+'))
}
