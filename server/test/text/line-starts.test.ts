import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineStartsOf } from '../../src/core/text/line-starts'

it('begins a line behind each LF, CRLF or lone CR', () => {
  const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '𝄞')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (one) => {
      const ends = [...one.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)
      expect(lineStartsOf(one)).toEqual([0, ...ends])
    }),
  )
})
