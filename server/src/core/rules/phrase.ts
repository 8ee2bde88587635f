import { LAST_OF_ASCII } from '../text/ascii'
import { phrasePattern } from './phrase-pattern'
import { wordEnd } from './word-characters'

const SPACE = 32
/** `ſ` and the sign of kelvin: all that is a letter of ASCII in another case. */
const LONG_S = 0x17f
const KELVIN = 0x212a
const BLANK = /\s/

/** One word or phrase to be found in texts, whole, in any case of letters. */
export class Phrase {
  readonly hasGap: boolean
  private compiled: RegExp | undefined
  /** In lower case, where it can be compared letter by letter. */
  private readonly plain: string | undefined

  /** @param text as `createPhrases` takes them */
  constructor(readonly text: string) {
    this.hasGap = text.includes('…')
    this.plain = /^[\x21-\x29\x2b-\x7f]+(?: [\x21-\x29\x2b-\x7f]+)*$/.test(text)
      ? text.toLowerCase()
      : undefined
  }

  /** The end of the phrase that begins at `start`, if it does. */
  endAt(text: string, start: number): number | undefined {
    const end = this.plain === undefined ? UNSURE : plainEnd(this.plain, text, start)
    return end === UNSURE ? this.matchedEnd(text, start) : end
  }

  /** Compiled late: most phrases are met in no text, and what takes letters of all scripts takes long to compile. */
  private matchedEnd(text: string, start: number): number | undefined {
    this.compiled ??= new RegExp(`${phrasePattern(this.text)}(?![\\p{L}\\p{N}_-])`, 'iuy')
    this.compiled.lastIndex = start
    const found = this.compiled.exec(text)
    return found === null ? undefined : start + found[0].length
  }
}

/** It takes more than a comparison of letters. */
const UNSURE = -1

function plainEnd(phrase: string, text: string, start: number): number | undefined {
  let at = start
  for (let i = 0; i < phrase.length; i++) {
    const wanted = phrase.charCodeAt(i)
    if (wanted === SPACE) {
      const from = at
      while (isBlankAt(text, at)) at++
      if (at === from) return undefined
      continue
    }
    const code = text.charCodeAt(at++)
    if (code === wanted) continue
    if (code === LONG_S || code === KELVIN) return UNSURE
    // Of letters in ASCII, a capital is the same but for one bit.
    if (!(code >= 65 && code <= 90) || (code | 32) !== wanted) return undefined
  }
  return wordEnd(text, at) === at ? at : undefined
}

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code <= LAST_OF_ASCII ? code === SPACE || (code >= 9 && code <= 13) : BLANK.test(text.charAt(at))
}
