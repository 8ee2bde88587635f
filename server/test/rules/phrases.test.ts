import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { phrasePattern } from '../../src/core/rules/phrase-pattern'
import { createPhrases, without } from '../../src/core/rules/phrases'
import { isUnlistedScript } from '../../src/core/rules/support/prose'

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

/** The same by regular expressions alone, longest first at each word. */
function foundByPattern(words: readonly string[], text: string): readonly string[] {
  const found: string[] = []
  let from = 0
  for (const { index } of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
    if (index < from) continue
    for (const word of [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
      const here = new RegExp(`${phrasePattern(word)}(?![\\p{L}\\p{N}_-])`, 'iuy')
      here.lastIndex = index
      const match = here.exec(text)?.[0]
      if (match === undefined) continue
      found.push(match)
      from = index + match.length
      break
    }
  }
  return found
}

test('letter by letter as by regular expressions', () => {
  const words = [
    'as soon as',
    'as',
    'and/or',
    'e.g.',
    'dovrà',
    'l’on',
    'ask for it',
    'state-of-the-art',
    'c++',
    'fast *ly',
  ]
  const piece = fc.constantFrom(
    ...words,
    'As',
    'ſoon',
    'AS SOON',
    'K',
    '\u212A',
    ' ',
    '  ',
    '\n',
    '\u00A0',
    '-',
    '_',
    '.',
    '+',
    '+',
    'à',
    '😀',
    '\uD83D',
    'x',
    '9',
    'İ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      expect(found(words, text)).toEqual(foundByPattern(words, text))
    }),
    { numRuns: 2000 },
  )
})

test('scripts without a word list are known by each of their characters', () => {
  const scripts = ['Han', 'Hiragana', 'Katakana', 'Hangul', 'Cyrillic', 'Arabic', 'Hebrew', 'Thai']
  const ofScript = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
  const missed: string[] = []
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code)
    if (ofScript.test(character) !== isUnlistedScript(character)) missed.push(code.toString(16))
  }
  expect(missed).toEqual([])
})
