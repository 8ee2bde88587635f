import { describe, expect, test } from 'vitest'
import { nearest } from '../../src/core/rules/support/nearest'
import { lineNumbers } from '../../src/core/rules/support/places'
import { sentenceAround, withoutQuotations } from '../../src/core/rules/support/prose'
import { enumerate, isNotApplicable } from '../../src/core/rules/support/wording'
import { editDistance } from '../../src/core/text/edit-distance'
import { shorten } from '../../src/core/text/shorten'

describe('the nearest word', () => {
  test.each([
    ['Aproved', 'Approved'],
    ['apprvoed', 'Approved'],
    ['Drat', 'Draft'],
    ['reviewed', 'Review'],
  ])('%s means %s', (word, meant) => {
    expect(nearest(word, ['Draft', 'Review', 'Approved', 'Implemented'])).toBe(meant)
  })

  test('is none where all differ too much', () => {
    expect(nearest('Pending', ['Draft', 'Review'])).toBeUndefined()
    expect(nearest('x'.repeat(1_000_000), ['Draft'])).toBeUndefined()
  })

  test('a swap of neighbours is one slip', () => {
    expect(editDistance('darft', 'draft')).toBe(1)
  })
})

test('quotations are blanked and nothing moves', () => {
  const text = 'MUST say “be fast” or "quick", but a 3" pipe stays'
  const bare = withoutQuotations(text)
  expect(bare).toHaveLength(text.length)
  expect(bare).not.toMatch(/fast|quick/)
  expect(bare.endsWith('a 3" pipe stays')).toBe(true)
})

test('a sentence ends at a full stop, not at an abbreviation', () => {
  const text = 'It is fast, e.g. under 2 s at 1.5 GHz. It is simple.'
  const cut = (word: string) => {
    const { start, end } = sentenceAround(text, text.indexOf(word))
    return text.slice(start, end).trim()
  }
  expect(cut('fast')).toBe('It is fast, e.g. under 2 s at 1.5 GHz.')
  expect(cut('simple')).toBe('It is simple.')
})

test('lines are counted from 1, at LF, CRLF and CR', () => {
  const line = lineNumbers('a\nb\r\nc\rd')
  expect([0, 2, 5, 7].map(line)).toEqual([1, 2, 3, 4])
})

test('names are enumerated, long texts cut', () => {
  expect(enumerate(['A'])).toBe('“A”')
  expect(enumerate(['A', 'B', 'C'], 'or', false)).toBe('A, B or C')
  expect(shorten('one\n two', 20)).toBe('one two')
  expect(shorten('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`)
})

test.each([
  ['N/A', true],
  ['None.', true],
  ['**n/a** – internal tool', true],
  ['None planned for this release', true],
  ['none of the exports may fail', false],
  ['Nonetheless it must', false],
  ['nonempty', false],
])('“%s” stands for no item: %s', (text, yes) => {
  expect(isNotApplicable(text)).toBe(yes)
})
