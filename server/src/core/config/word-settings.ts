import { WORD_LISTS, type WordChanges, type WordList, type WordSettings } from '../rules/settings'
import type { ConfigFile } from './schema'

export function wordSettings({ languages, ...lists }: ConfigFile['words']): WordSettings {
  const changes = new Map<WordList, WordChanges>()
  for (const list of WORD_LISTS) {
    const change = lists[list]
    if (change !== undefined) changes.set(list, { add: cleaned(change.add), remove: cleaned(change.remove) })
  }
  return { languages, changes }
}

function cleaned(words: readonly string[]): readonly string[] {
  return [...new Set(words.map((word) => word.trim().replace(/\s+/g, ' ')))]
}
