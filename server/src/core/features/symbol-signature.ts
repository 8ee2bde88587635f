/** Bits of a signature: of most files, one in five is set. */
const BITS = 4096

/**
 * Which of thousands of texts can have some words, without a look at them: for three letters in a row, and for the first letter of
 * a word with another one of it, a text sets a bit. Where a bit of a word is not set, the text has not got the word.
 */
export interface Signature {
  readonly bits: Uint32Array
}

/**
 * @param text what is searched, in lower case; words are what stands between blanks
 * @param heads what lines begin with, to be told from what stands elsewhere
 */
export function signatureOf(text: string, heads: Iterable<string>): Signature {
  const bits = new Uint32Array(BITS / 32)
  const set = (bit: number) => {
    const at = bit >>> 5
    bits[at] = (bits[at] ?? 0) | (1 << (bit & 31))
  }
  let first = NO_WORD
  let [one, two] = [BLANK, BLANK]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const letter = code === NEWLINE ? BLANK : code
    set(bitOf(one, two, letter))
    if (letter === BLANK) first = NO_WORD
    else if (first === NO_WORD) first = letter
    else set(bitOf(SAME, first, letter))
    one = two
    two = letter
  }
  set(bitOf(one, two, BLANK))
  for (const head of heads) {
    for (const bit of headBits(head)) set(bit)
    set(wholeHeadBit(head))
  }
  return { bits }
}

/** The bits that are set where each of some words stands somewhere, as part of a word. */
export function bitsOfWords(words: readonly string[]): readonly number[] {
  const found: number[] = []
  for (const word of words)
    for (let at = 2; at < word.length; at++)
      found.push(bitOf(word.charCodeAt(at - 2), word.charCodeAt(at - 1), word.charCodeAt(at)))
  return found
}

/** Those that are set where some words have the letters of each of these, in their order. */
export function bitsOfLetters(words: readonly string[]): readonly number[] {
  return words.flatMap((word) =>
    Array.from({ length: Math.max(0, word.length - 1) }, (_, at) =>
      bitOf(SAME, word.charCodeAt(0), word.charCodeAt(at + 1)),
    ),
  )
}

/** Those that are set where a word begins with this one. */
export function bitsOfBeginning(word: string): readonly number[] {
  return word.length < 2 ? [] : [bitOf(BLANK, word.charCodeAt(0), word.charCodeAt(1))]
}

/** Those that are set where a line begins with a word. */
export function bitsOfHead(word: string): readonly number[] {
  return word.length < 2 ? [] : headBits(word)
}

/** Those that are set where a line begins with a word that is just this. */
export function bitsOfWholeHead(word: string): readonly number[] {
  return [wholeHeadBit(word)]
}

/** Whether a text may have what the bits stand for; where not, it surely has not. */
export function mayHave({ bits }: Signature, wanted: readonly number[]): boolean {
  for (const bit of wanted) if (((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false
  return true
}

const BLANK = 32
const NEWLINE = 10
const NO_WORD = -1
/** No text has these: they tell a bit of one kind from those of another. */
const SAME = 1
const HEAD = 2
const WHOLE_HEAD = 3

function headBits(head: string): readonly number[] {
  return head.length < 2 ? [] : [bitOf(HEAD, head.charCodeAt(0), head.charCodeAt(1))]
}

function wholeHeadBit(head: string): number {
  let code = 0
  for (let at = 0; at < head.length; at++) code = (Math.imul(code, 31) + head.charCodeAt(at)) | 0
  return bitOf(WHOLE_HEAD, code & 0xffff, code >>> 16)
}

/** Multiplied by the golden ratio, the upper bits depend on all of them. */
function bitOf(one: number, two: number, three: number): number {
  const mixed = Math.imul(Math.imul(one, 0x1003f) + Math.imul(two, 0x3f1) + three, 0x9e3779b1)
  return (mixed >>> 16) & (BITS - 1)
}
