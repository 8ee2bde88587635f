import { LAST_OF_ASCII } from '../text/ascii'

const LETTER_OR_NUMBER = /[\p{L}\p{N}]/u

/** Where the word ends that stands at an offset: letters, digits, `_` and `-`. The offset where there is none. */
export function wordEnd(text: string, from: number): number {
  let at = from
  for (;;) {
    const code = text.charCodeAt(at)
    // Behind the end it is not a number, and no character of a word.
    const length = code > LAST_OF_ASCII ? lengthBeyondAscii(text, at) : isAsciiWord(code) ? 1 : 0
    if (length === 0) return at
    at += length
  }
}

/** The block of CJK Unified Ideographs: letters all. */
const [FIRST_IDEOGRAPH, LAST_IDEOGRAPH] = [0x4e00, 0x9fff]

/**
 * General Punctuation; arrows, mathematics and technical signs; lines, boxes and symbols up to the circled digits. Nearly all that is
 * beyond ASCII in a text in English: it is met at each walk, and a regular expression takes ten times as long to tell.
 */
function isSignByBlock(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x2190 && code <= 0x245f) ||
    (code >= 0x2500 && code <= 0x2775)
  )
}

/** UTF-16 code units of the letter or number at an offset, 0 where there is none. */
function lengthBeyondAscii(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (isSignByBlock(code)) return 0
  if (code >= FIRST_IDEOGRAPH && code <= LAST_IDEOGRAPH) return 1
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return LETTER_OR_NUMBER.test(character) ? character.length : 0
}

function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  )
}
