import type { WordSettings } from './settings'
import { languages, type Words } from './words/index'

/** The words that rules go by, as a config has them. Immutable. */
export interface Wording {
  /** The languages that count. */
  readonly languages: readonly Words[]
}

export function createWording(settings: WordSettings): Wording {
  const wanted = settings.languages
  return {
    languages:
      wanted === undefined ? languages : languages.filter(({ language }) => wanted.includes(language)),
  }
}
