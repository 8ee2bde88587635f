/** Bits of a signature: of most files, one in five is set. */
const BITS = 4096

/** Bits of one line: of most, two in five are set. */
const LINE_BITS = 512

/**
 * Which of thousands of texts can have some words, without a look at them: for three letters in a row, and for the first letter of
 * a word with another one of it, a text sets a bit. Where a bit of a word is not set, the text has not got the word. The same for
 * each of its lines, as most texts have two common words, and few lines both.
 */
export interface Signature {
  /** Those of the text, then those of each line. */
  readonly bits: Uint32Array
}

/** @param lines what is searched, in lower case; words are what stands between blanks */
export function signatureOf(lines: readonly string[]): Signature {
  const bits = new Uint32Array((BITS + lines.length * LINE_BITS) / 32)
  for (const [number, line] of lines.entries()) {
    const start = startOf(number)
    eachBit(line, (bit) => {
      setBit(bits, bit)
      setBit(bits, start + (bit & (LINE_BITS - 1)))
    })
  }
  return { bits }
}

function startOf(line: number): number {
  return BITS + line * LINE_BITS
}

function setBit(bits: Uint32Array, bit: number): void {
  bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31))
}

function eachBit(line: string, set: (bit: number) => void): void {
  let first = NO_WORD
  let [one, two] = [BLANK, BLANK]
  for (let at = 0; at < line.length; at++) {
    const letter = line.charCodeAt(at)
    set(bitOf(one, two, letter))
    if (letter === BLANK) first = NO_WORD
    else if (first === NO_WORD) {
      first = letter
      set(beginningBit(letter))
    } else set(bitOf(SAME, first, letter))
    one = two
    two = letter
  }
  set(bitOf(one, two, BLANK))
  for (const head of line.split(' ', HEADS)) {
    for (const bit of headBits(head)) set(bit)
    set(wholeHeadBit(head))
  }
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
  const first = word.charCodeAt(0)
  return word.length < 2 ? [beginningBit(first)] : [bitOf(BLANK, first, word.charCodeAt(1))]
}

/** Those that are set where one of the first two words of a line begins with this one. */
export function bitsOfHead(word: string): readonly number[] {
  return headBits(word).slice(-1)
}

/** Those that are set where one of the first two words of a line is just this. */
export function bitsOfWholeHead(word: string): readonly number[] {
  return [wholeHeadBit(word)]
}

/** Whether a text may have what the bits stand for; where not, it surely has not. */
export function mayHave({ bits }: Signature, wanted: readonly number[]): boolean {
  for (const bit of wanted) if (!isSet(bits, bit)) return false
  return true
}

/** The same of one of its lines. */
export function mayHaveInLine({ bits }: Signature, line: number, wanted: readonly number[]): boolean {
  const start = startOf(line)
  for (const bit of wanted) if (!isSet(bits, start + (bit & (LINE_BITS - 1)))) return false
  return true
}

function isSet(bits: Uint32Array, bit: number): boolean {
  return ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0
}

/** Words of a line that are told from the others: an ID, and the same without hyphens. */
const HEADS = 2
const BLANK = 32
const NO_WORD = -1
/** No text has these: they tell a bit of one kind from those of another. */
const SAME = 1
const HEAD = 2
const WHOLE_HEAD = 3
const BEGINNING = 4

function beginningBit(first: number): number {
  return bitOf(BEGINNING, first, 0)
}

/** Of its first letter, and of its first two. */
function headBits(head: string): readonly number[] {
  const first = head.charCodeAt(0)
  if (head === '') return []
  return [bitOf(HEAD, first, 0), ...(head.length < 2 ? [] : [bitOf(HEAD, first, head.charCodeAt(1))])]
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
