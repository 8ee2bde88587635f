import { ByToken } from './by-token'
import type { Phrases } from './phrases'
import { isUnlistedScript } from './support/prose'
import { wordEnd } from './word-characters'

/** Says, by one walk through a text, which of several lists may have something in it: most texts are looked through for none. */
export interface Openers<Name> {
  /** All that have something, and others; in any order. */
  in(text: string): readonly Name[]
}

export function createOpeners<Name>(lists: Iterable<readonly [Name, Phrases]>): Openers<Name> {
  const named = [...lists]
  const byToken = new ByToken<Name[]>()
  for (const [name, { openers }] of named) {
    for (const token of openers) {
      const sharing = byToken.get(token)
      if (sharing === undefined) byToken.set(token, [name])
      else sharing.push(name)
    }
  }
  const all = named.map(([name]) => name)
  return {
    in(text) {
      // Words have no ends there, and where phrases are blanked out others begin.
      if (isUnlistedScript(text)) return all
      const found = new Set<Name>()
      for (let start = 0; start < text.length; ) {
        const end = wordEnd(text, start)
        if (end > start) for (const name of byToken.at(text, start, end) ?? []) found.add(name)
        start = Math.max(end, start + 1)
      }
      return found.size === 0 ? [] : [...found]
    },
  }
}
