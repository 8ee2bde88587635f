import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bitsOfBeginning,
  bitsOfHead,
  bitsOfLetters,
  bitsOfWholeHead,
  bitsOfWords,
  mayHave,
  signatureOf,
} from '../../src/core/features/symbol-signature'

const letter = fc.constantFrom(...'abcdefgé1-漢')
const word = fc
  .array(fc.oneof(letter, fc.constant('🙂')), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join(''))
const line = fc.array(word, { minLength: 2, maxLength: 6 })
const lines = fc.array(line, { minLength: 1, maxLength: 5 })

const textOf = (all: readonly (readonly string[])[]) => all.map((words) => words.join(' ')).join('\n')
const headsOf = (all: readonly (readonly string[])[]) => all.flatMap(([id = '', short = '']) => [id, short])
const signatureOfLines = (all: readonly (readonly string[])[]) => signatureOf(textOf(all), headsOf(all))

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
      fc.property(lines, place, (all, at) => {
        const piece = pieceOf(all.flat(), at)
        expect(mayHave(signatureOfLines(all), bitsOfWords([piece]))).toBe(true)
      }),
    )
  })

  it('lets every beginning of a word pass, and of what lines begin with', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.nat(), (all, at, length) => {
        const signature = signatureOfLines(all)
        const beginning = pieceOf(all.flat(), [at, 0, length])
        expect(mayHave(signature, bitsOfBeginning(beginning))).toBe(true)
        const heads = headsOf(all)
        expect(mayHave(signature, bitsOfHead(pieceOf(heads, [at, 0, length])))).toBe(true)
        expect(mayHave(signature, bitsOfWholeHead(heads[at % heads.length] ?? ''))).toBe(true)
      }),
    )
  })

  it('lets letters of a word pass that are in its order', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.infiniteStream(fc.boolean()), (all, at, taken) => {
        const words = all.flat()
        const [first = '', ...others] = Array.from(words[at % words.length] ?? '')
        const letters = [first, ...others.filter(() => taken.next().value === true)].join('')
        expect(mayHave(signatureOfLines(all), bitsOfLetters([letters]))).toBe(true)
      }),
    )
  })

  it('keeps back nearly all words that a text has not got', () => {
    const text = 'req-001 req1 the system must archive an export before the window closes'
    const signature = signatureOf(text, ['req-001', 'req1'])
    const words = Array.from({ length: 1000 }, (_, at) => `zq${at.toString(36).padStart(4, 'k')}`)
    expect(words.filter((one) => mayHave(signature, bitsOfWords([one]))).length).toBeLessThan(20)
    expect(mayHave(signature, bitsOfHead('system'))).toBe(false)
    expect(mayHave(signature, bitsOfWholeHead('req'))).toBe(false)
  })
})
