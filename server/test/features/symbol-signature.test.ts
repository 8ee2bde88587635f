import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitsOfBeginning,
  bitsOfHead,
  bitsOfLetters,
  bitsOfWholeHead,
  bitsOfWords,
  mayHave,
  mayHaveInLine,
  type Signature,
  signatureOf,
} from '../../src/core/features/symbol-signature'

const letter = fc.constantFrom(...'abcdefgé1-漢')
const word = fc
  .array(fc.oneof(letter, fc.constant('🙂')), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''))
const line = fc.array(word, { minLength: 2, maxLength: 6 })
const lines = fc.array(line, { minLength: 1, maxLength: 5 })

const headsOf = ([id = '', short = '']: readonly string[]) => [id, short]
const signatureOfLines = (all: readonly (readonly string[])[]) =>
  signatureOf(all.map((words) => words.join(' ')))

/** Whether both the text and the line let it pass. */
function passes(signature: Signature, number: number, bits: readonly number[]): boolean {
  return mayHave(signature, bits) && mayHaveInLine(signature, number, bits)
}

/** Any piece of what any list has. */
function pieceOf(words: readonly string[], [at, from, length]: readonly [number, number, number]): string {
  const whole = words[at % words.length] ?? ''
  const start = from % whole.length
  return whole.slice(start, start + 1 + (length % whole.length))
}
const place = fc.tuple(fc.nat(), fc.nat(), fc.nat())

describe('the signature of a text', () => {
  it('lets every piece of its words pass', () => {
    fc.assert(
      fc.property(lines, fc.nat(), place, (all, which, at) => {
        const number = which % all.length
        const piece = pieceOf(all[number] ?? [], at)
        expect(passes(signatureOfLines(all), number, bitsOfWords([piece]))).toBe(true)
      }),
    )
  })

  it('lets every beginning of a word pass, and of what lines begin with', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), fc.nat(), (all, which, at, length) => {
        const signature = signatureOfLines(all)
        const number = which % all.length
        const words = all[number] ?? []
        const beginning = pieceOf(words, [at, 0, length])
        expect(passes(signature, number, bitsOfBeginning(beginning))).toBe(true)
        const heads = headsOf(words)
        expect(passes(signature, number, bitsOfHead(pieceOf(heads, [at, 0, length])))).toBe(true)
        expect(passes(signature, number, bitsOfWholeHead(heads[at % heads.length] ?? ''))).toBe(true)
      }),
    )
  })

  it('lets letters of a word pass that are in its order', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), fc.infiniteStream(fc.boolean()), (all, which, at, taken) => {
        const number = which % all.length
        const words = all[number] ?? []
        const [first = '', ...others] = Array.from(words[at % words.length] ?? '')
        const letters = [first, ...others.filter(() => taken.next().value === true)].join('')
        expect(passes(signatureOfLines(all), number, bitsOfLetters([letters]))).toBe(true)
      }),
    )
  })

  it('keeps back nearly all words that a text has not got', () => {
    const text = 'req-001 req1 the system must archive an export before the window closes'
    const signature = signatureOf([text])
    const words = Array.from({ length: 1000 }, (_, at) => `zq${at.toString(36).padStart(4, 'k')}`)
    expect(words.filter((one) => mayHave(signature, bitsOfWords([one]))).length).toBeLessThan(20)
    expect(mayHave(signature, bitsOfHead('system'))).toBe(false)
    expect(mayHave(signature, bitsOfWholeHead('req'))).toBe(false)
    for (const letter of ['s', 'a', 'e']) expect(mayHave(signature, bitsOfHead(letter))).toBe(false)
    expect(mayHave(signature, bitsOfBeginning('x'))).toBe(false)
  })

  it('keeps back nearly all lines that lack one of two words, both of which the text has', () => {
    const lines = Array.from({ length: 200 }, (_, at) => {
      return `req-${at} req${at} the ${at % 2 === 0 ? 'archive' : 'certificate'} must be kept on every day of the year`
    })
    const signature = signatureOf([...lines, 'req-200 req200 an archive of every certificate'])
    const bits = bitsOfWords(['archive', 'certificate'])
    expect(mayHave(signature, bits)).toBe(true)
    expect(lines.filter((_, at) => mayHaveInLine(signature, at, bits)).length).toBeLessThan(5)
    expect(mayHaveInLine(signature, lines.length, bits)).toBe(true)
  })
})
