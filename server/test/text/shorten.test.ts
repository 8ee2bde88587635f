import { describe, expect, it } from 'vitest'
import { shorten } from '../../src/core/text/shorten'

describe('a shortened text', () => {
  it('is itself where it is short, on one line', () => {
    expect(shorten('It dims', 10)).toBe('It dims')
    expect(shorten('It\n  dims', 10)).toBe('It dims')
  })

  it('is cut at a word, else anywhere', () => {
    expect(shorten('The lamp dims slowly', 15)).toBe('The lamp dims…')
    expect(shorten('Donaudampfschifffahrt', 10)).toBe('Donaudamp…')
  })

  it('never ends with half a character', () => {
    expect(shorten('abc💡💡💡', 5)).toBe('abc…')
  })
})
