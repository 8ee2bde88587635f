import { describe, expect, test } from 'vitest'
import { createPhrases, without } from '../../src/core/rules/phrases'

function found(words: readonly string[], text: string): readonly string[] {
  return createPhrases(words)
    .in(text)
    .map(({ start, end }) => text.slice(start, end))
}

describe('words and phrases in a text', () => {
  test('whole, in any case of letters, in order, the longest where several begin alike', () => {
    expect(found(['fast', 'user friendly', 'easy', 'easy to use'], 'Fast, faster, breakfast, FAST')).toEqual([
      'Fast',
      'FAST',
    ])
    expect(found(['easy', 'easy to use'], 'an easy page is easy  to\nuse')).toEqual(['easy', 'easy  to\nuse'])
    expect(found(['as soon as'], 'As ſoon as, as\nSOON as, as Soon, as son as, as')).toEqual([
      'As ſoon as',
      'as\nSOON as',
    ])
    expect(found(['must'], 'a must-have, must_have, [MUST] and muss')).toEqual(['MUST'])
  })

  test('letters with marks, apostrophes and signs', () => {
    expect(found(['dovrà', 'l’on', 'and/or', 'c++'], 'dovrà, l’on, and/or or C++')).toEqual([
      'dovrà',
      'l’on',
      'and/or',
      'C++',
    ])
    expect(found(['…', '', '/'], 'nothing / of … these')).toEqual([])
  })

  test('a gap of some words within one sentence, and letters that are left open', () => {
    const words = ['ist … zu *n', 'ist … *zu*en']
    expect(found(words, 'Die Frist ist in jedem Fall zu halten, und sie ist einzuhalten.')).toEqual([
      'ist in jedem Fall zu halten',
      'ist einzuhalten',
    ])
    expect(found(words, 'Die Frist ist kurz. Sie zu halten')).toEqual([])
    expect(found(words, `ist ${'sehr '.repeat(13)}zu halten`)).toEqual([])
  })

  test('in scripts without blanks within other words', () => {
    expect(found(['必须', 'must', 'べき'], '系统必须记录, it must, すべきである')).toEqual([
      '必须',
      'must',
      'べき',
    ])
  })

  test('are blanked out, and nothing moves', () => {
    expect(without(createPhrases(['fast path', 'simple']), 'the fast path is simple.')).toBe(
      'the           is       .',
    )
  })
})

test('neither a long list nor a long text is slow', () => {
  const words = Array.from({ length: 100_000 }, (_, at) => `word${at} of`)
  const text = 'word1 of words, '.repeat(60_000)
  const before = process.cpuUsage().user
  expect(createPhrases(words).in(text)).toHaveLength(60_000)
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(5000)
})
