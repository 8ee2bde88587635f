import { isUnlistedScript } from './support/prose'

/** Where a word or phrase stands in a text. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** Words and phrases to be found in texts, whole, in any case of letters; the longest where several begin alike. */
export interface Phrases {
  /** In order, none within another. */
  in(text: string): readonly Place[]
}

const NONE: readonly Place[] = []
const TOKEN = /[\p{L}\p{N}_-]+/gu
/** The same where all is ASCII: what is a letter need not be looked up. */
const ASCII_TOKEN = /[A-Za-z0-9_-]+/g
const BEYOND_ASCII = /[\u0080-\uffff]/

/**
 * A text is cut into words, and each is looked up by what phrases begin with: neither a list of 100,000 words nor a long
 * text makes that slow. In scripts without blanks, a word has no ends and is found within others.
 *
 * @param words `…` stands for up to a dozen words, or none, and `*` for letters
 */
export function createPhrases(words: readonly string[]): Phrases {
  const joined = [...new Set(words.filter(isUnlistedScript))].sort(longestFirst)
  const first = byFirstToken(words.filter((word) => !isUnlistedScript(word)))
  const within = joined.length === 0 ? undefined : new RegExp(joined.map(escaped).join('|'), 'giu')
  return {
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

class Phrase {
  private compiled: RegExp | undefined
  /** `''` where the second word does not begin with a letter in ASCII. */
  private second: string | undefined

  readonly hasGap: boolean

  constructor(readonly text: string) {
    this.hasGap = text.includes('…')
  }

  /**
   * The end of the phrase that begins at `start`, if it does. Compiled late: most phrases are met in no text.
   *
   * @param length of its first token, which stands there
   */
  endAt(text: string, start: number, length: number): number | undefined {
    if (!this.mayGoOn(text, start + length)) return undefined
    this.compiled ??= new RegExp(`${escaped(this.text)}(?![\\p{L}\\p{N}_-])`, 'iuy')
    this.compiled.lastIndex = start
    const found = this.compiled.exec(text)
    return found === null ? undefined : start + found[0].length
  }

  /** Whether its second word may stand there, behind the first, judged by its letter where that is in ASCII. */
  private mayGoOn(text: string, at: number): boolean {
    this.second ??= SECOND_LETTER.exec(this.text)?.[1]?.toLowerCase() ?? ''
    if (this.second === '') return true
    let next = at
    while (next < text.length && BLANK.test(text[next] ?? '')) next++
    const found = text[next]
    return next > at && found !== undefined && (found > ASCII || found.toLowerCase() === this.second)
  }
}

const BLANK = /\s/
const SECOND_LETTER = /^[\p{L}\p{N}_-]+ ([A-Za-z])/u
/** The last character that no other character is a form of but its capital. */
const ASCII = '\x7f'

function byFirstToken(words: readonly string[]): ReadonlyMap<string, Beginning> {
  const first = new Map<string, Beginning>()
  for (const word of words) {
    const [token] = word.toLowerCase().match(TOKEN) ?? []
    // A word that begins with a sign would be found behind it.
    if (token === undefined || !word.toLowerCase().startsWith(token)) continue
    const beginning = first.get(token) ?? { phrases: [], alone: false }
    first.set(token, beginning)
    if (token.length === word.length) beginning.alone = true
    else beginning.phrases.push(new Phrase(word))
  }
  for (const { phrases } of first.values()) phrases.sort((a, b) => longestFirst(a.text, b.text))
  return first
}

function spacedIn(text: string, first: ReadonlyMap<string, Beginning>): readonly Place[] {
  const places: Place[] = []
  let from = 0
  for (const { index, 0: token } of text.matchAll(BEYOND_ASCII.test(text) ? TOKEN : ASCII_TOKEN)) {
    if (index < from) continue
    const beginning = first.get(token.toLowerCase())
    if (beginning === undefined) continue
    const end = endOf(beginning, text, index, token)
    if (end === undefined) continue
    places.push({ start: index, end })
    from = end
  }
  return places.length === 0 ? NONE : places
}

function endOf(
  { phrases, alone }: Beginning,
  text: string,
  start: number,
  token: string,
): number | undefined {
  let nearest: number | undefined
  for (const phrase of phrases) {
    const end = phrase.endAt(text, start, token.length)
    if (end === undefined) continue
    if (!phrase.hasGap) return end
    // What stands in a gap may hold the end of another.
    if (nearest === undefined || end < nearest) nearest = end
  }
  return nearest ?? (alone ? start + token.length : undefined)
}

/** Some words between two of a phrase, within one sentence. */
const GAP = '(?:\\s+[^\\s.;:!?]{1,60}){0,12}?\\s+'

function escaped(word: string): string {
  return word
    .replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
    .replaceAll('*', '[\\p{L}\\p{M}]{1,40}')
    .replace(/\s*…\s*|\s+/g, (blank) => (blank.includes('…') ? GAP : '\\s+'))
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length || (a < b ? -1 : 1)
}
