import fc from 'fast-check'
import { expect, test } from 'vitest'
import { editDistance } from '../../src/core/text/edit-distance'

test('a letter more, less or other, or two that are swapped, is one step', () => {
  expect(editDistance('draft', 'draft')).toBe(0)
  expect(editDistance('darft', 'draft')).toBe(1)
  expect(editDistance('drafts', 'draft')).toBe(1)
  expect(editDistance('kitten', 'sitting')).toBe(3)
  expect(editDistance('', 'abc')).toBe(3)
})

test('what is farther than asked for is not measured', () => {
  expect(editDistance('kitten', 'sitting', 3)).toBe(3)
  expect(editDistance('kitten', 'sitting', 2)).toBe(Number.POSITIVE_INFINITY)
  expect(editDistance('same', 'same', 0)).toBe(0)
  expect(editDistance('same', 'same', -1)).toBe(Number.POSITIVE_INFINITY)
})

test('within what is asked for it is that of the whole table', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 14 })
  fc.assert(
    fc.property(text, text, fc.integer({ min: 0, max: 8 }), (a, b, most) => {
      const distance = editDistance(a, b)
      expect(editDistance(a, b, most)).toBe(distance <= most ? distance : Number.POSITIVE_INFINITY)
      expect(editDistance(b, a)).toBe(distance)
    }),
    { numRuns: 3000 },
  )
})
