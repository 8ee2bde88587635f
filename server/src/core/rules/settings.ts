import type { Role, Stage } from '../template/template'
import type { Severity } from './rule'

/** What a config decides about rules, for one document. Immutable. */
export interface RuleSettings {
  /** What the rule is to be reported as; `undefined`: as its own severities say. */
  severity(rule: string, stage: Stage): Severity | 'off' | undefined
  /** The same object for all documents of a config: words are made ready once. */
  readonly words: WordSettings
  /** Roles of which each requirement needs an item that answers it, even in a spec without trace links. */
  readonly traced: readonly TracedRole[]
}

export type TracedRole = Extract<Role, 'criterion' | 'test'>

/** The word lists that a config may add to and take from. */
export const WORD_LISTS = [
  'keywords',
  'vague',
  'quantity',
  'escape',
  'openEnded',
  'time',
  'weakVerbs',
] as const

export type WordList = (typeof WORD_LISTS)[number]

export interface WordSettings {
  /** BCP 47 tags of the languages whose words count; `undefined`: all that there are. */
  readonly languages: readonly string[] | undefined
  readonly changes: ReadonlyMap<WordList, WordChanges>
}

/** In any case of letters; phrases have single blanks between their words. */
export interface WordChanges {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** What holds without a config. */
export const DEFAULT_SETTINGS: RuleSettings = {
  severity: () => undefined,
  words: { languages: undefined, changes: new Map() },
  traced: [],
}
