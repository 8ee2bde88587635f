import { ByToken } from './by-token'
import { Phrase } from './phrase'
import { phrasePattern } from './phrase-pattern'
import { isUnlistedScript } from './support/prose'
import { wordEnd } from './word-characters'

/** Where a word or phrase stands in a text. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Words and phrases to be found in texts, whole, in any case of letters; the longest where several begin alike. */
export interface Phrases {
  /** In order, none within another. */
  in(text: string): readonly Place[]
  /** The words, in lower case, that one of these begins with; none of those in scripts without blanks. */
  readonly openers: readonly string[]
}

const NONE: readonly Place[] = []

/**
 * A text is cut into words, and each is looked up by what phrases begin with: neither a list of 100,000 words nor a long
 * text makes that slow. In scripts without blanks, a word has no ends and is found within others.
 *
 * @param words `…` stands for up to a dozen words, or none, and `*` for letters
 */
export function createPhrases(words: readonly string[]): Phrases {
  const joined = [...new Set(words.filter(isUnlistedScript))].sort(longestFirst)
  const first = beginningsOf(words.filter((word) => !isUnlistedScript(word)))
  const within = joined.length === 0 ? undefined : new RegExp(joined.map(phrasePattern).join('|'), 'giu')
  return {
    openers: [...first.tokens()],
    in(text) {
      const spaced = first.size === 0 ? NONE : spacedIn(text, first)
      if (within === undefined || !isUnlistedScript(text)) return spaced
      const others = Array.from(text.matchAll(within), ({ index, 0: found }) => ({
        start: index,
        end: index + found.length,
      }))
      return spaced.length === 0 ? others : [...spaced, ...others].sort((a, b) => a.start - b.start)
    },
  }
}

/** Blanks out what phrases find, so that offsets stay. */
export function without(phrases: Phrases, text: string): string {
  let left = text
  for (const { start, end } of phrases.in(text)) {
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end)
  }
  return left
}

/** The phrases that begin with a token, the longest first; `true` where the token is one by itself. */
interface Beginning {
  readonly phrases: Phrase[]
  alone: boolean
}

function beginningsOf(words: readonly string[]): ByToken<Beginning> {
  const byToken = new ByToken<Beginning>()
  for (const word of words) {
    const token = firstToken(word.toLowerCase())
    // A word that begins with a sign would be found behind it.
    if (token === '') continue
    const beginning = byToken.get(token) ?? { phrases: [], alone: false }
    byToken.set(token, beginning)
    if (token.length === word.length) beginning.alone = true
    else beginning.phrases.push(new Phrase(word))
  }
  for (const { phrases } of byToken.values()) phrases.sort((a, b) => longestFirst(a.text, b.text))
  return byToken
}

function firstToken(word: string): string {
  return word.slice(0, wordEnd(word, 0))
}

function spacedIn(text: string, beginnings: ByToken<Beginning>): readonly Place[] {
  const places: Place[] = []
  for (let start = 0; start < text.length; ) {
    const end = wordEnd(text, start)
    const beginning = end === start ? undefined : beginnings.at(text, start, end)
    const found = beginning && endOf(beginning, text, start, end)
    if (found !== undefined) places.push({ start, end: found })
    start = found ?? Math.max(end, start + 1)
  }
  return places.length === 0 ? NONE : places
}

/** @param tokenEnd where its first token ends, which stands at `start` */
function endOf(
  { phrases, alone }: Beginning,
  text: string,
  start: number,
  tokenEnd: number,
): number | undefined {
  let nearest: number | undefined
  for (const phrase of phrases) {
    const end = phrase.endAt(text, start)
    if (end === undefined) continue
    if (!phrase.hasGap) return end
    // What stands in a gap may hold the end of another.
    if (nearest === undefined || end < nearest) nearest = end
  }
  return nearest ?? (alone ? tokenEnd : undefined)
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}
