import { createOpeners, type Openers } from './openers'
import { createPhrases, type Phrases } from './phrases'
import { WORD_LISTS, type WordList, type WordSettings } from './settings'
import { languages, type Words } from './words/index'

/** The words that rules go by, as a config has them. Immutable. */
export interface Wording {
  /** The languages that count. */
  readonly languages: readonly Words[]
  /** By a word that hardly a sentence is without: in which of them. */
  readonly common: ReadonlyMap<string, readonly Words[]>
  /** The words and phrases of each list. */
  readonly lists: Readonly<Record<WordList, Phrases>>
  readonly openers: Openers<WordList>
  /** Keywords, in lower case, that are plain words unless they are written in capitals. */
  readonly onlyInCapitals: ReadonlySet<string>
  /** Phrases with a vague word that name something exact. */
  readonly exact: Phrases
  /** Words that only look as if a keyword stood in them. */
  readonly lookalikes: Phrases
}

/** Words of the packs that count, with what the config adds and without what it takes. */
export function createWording(settings: WordSettings): Wording {
  const wanted = settings.languages
  const spoken =
    wanted === undefined ? languages : languages.filter(({ language }) => wanted.includes(language))
  const phrases = (list: WordList) =>
    createPhrases(
      changed(
        settings,
        list,
        spoken.flatMap((words) => wordsFor(words, list)),
      ),
    )
  const lists = {
    keywords: phrases('keywords'),
    vague: phrases('vague'),
    quantity: phrases('quantity'),
    escape: phrases('escape'),
    openEnded: phrases('openEnded'),
    time: phrases('time'),
    weakVerbs: phrases('weakVerbs'),
  }
  return {
    languages: spoken,
    common: commonIn(spoken),
    lists,
    openers: createOpeners(WORD_LISTS.map((list) => [list, lists[list]])),
    onlyInCapitals: capitalsOf(settings, spoken),
    exact: createPhrases(spoken.flatMap((words) => words.exact)),
    lookalikes: createPhrases(spoken.flatMap((words) => words.lookalikes ?? [])),
  }
}

function commonIn(spoken: readonly Words[]): ReadonlyMap<string, readonly Words[]> {
  const common = new Map<string, Words[]>()
  for (const words of spoken) {
    for (const word of words.common) {
      const sharing = common.get(word)
      if (sharing === undefined) common.set(word, [words])
      else sharing.push(words)
    }
  }
  return common
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
