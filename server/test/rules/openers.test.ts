import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createOpeners } from '../../src/core/rules/openers'
import { createPhrases, without } from '../../src/core/rules/phrases'
import { wordEnd } from '../../src/core/rules/word-characters'

const lists = {
  keywords: createPhrases(['must', 'must not', '必须']),
  vague: createPhrases(['easy to use', 'fast', 'dovrà']),
  open: createPhrases(['and so on', 'ist … zu *n']),
}

const openers = createOpeners(Object.entries(lists))

describe('the lists that may have something in a text', () => {
  test('are those of which a phrase begins with one of its words', () => {
    expect(openers.in('The page loads.')).toEqual([])
    expect(openers.in('It MUST be quick—and easy.')).toEqual(['keywords', 'open', 'vague'])
    expect(openers.in('系统必须记录')).toEqual(['keywords', 'vague', 'open'])
  })

  test('are none too few, whatever is blanked out first', () => {
    const word = fc.constantFrom(
      ...[
        'must',
        'Not',
        'easy',
        'to',
        'use',
        'FAST',
        'and',
        'so',
        'on',
        'ist',
        'zu',
        'tun',
        'dovrà',
        '必须',
        'x',
        '"',
        '—',
        ' ',
        '-',
      ],
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join('')
        const named = openers.in(text)
        const blanked = without(lists.vague, without(lists.open, text))
        for (const [name, phrases] of Object.entries(lists)) {
          if (named.includes(name)) continue
          expect(phrases.in(text)).toEqual([])
          expect(phrases.in(blanked)).toEqual([])
        }
      }),
    )
  })
})

test('a word is of letters, digits, hyphens and underscores of any script', () => {
  const isOfWord = /[\p{L}\p{N}_-]/u
  for (let code = 1; code < 0x10_000; code++) {
    const character = String.fromCharCode(code)
    if (wordEnd(character, 0) !== (isOfWord.test(character) ? 1 : 0)) expect.fail(code.toString(16))
  }
})
