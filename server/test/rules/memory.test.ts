import { expect, test } from 'vitest'
import { createRecall } from '../../src/core/rules/memory'
import { DEFAULT_SETTINGS } from '../../src/core/rules/settings'
import { createWording } from '../../src/core/rules/wording'

test('a judge is asked once for each text', () => {
  const asked: string[] = []
  const judge = (text: string) => {
    asked.push(text)
    return text.length
  }
  const recall = createRecall(createWording(DEFAULT_SETTINGS.words))
  expect([recall(judge, 'one'), recall(judge, 'three'), recall(judge, 'one')]).toEqual([3, 5, 3])
  expect(asked).toEqual(['one', 'three'])
})

test('two judges do not see each other’s answers, and an answer of undefined is remembered too', () => {
  const recall = createRecall(createWording(DEFAULT_SETTINGS.words))
  let asked = 0
  const nothing = (_text: string): undefined => {
    asked++
    return undefined
  }
  expect(recall(nothing, 'a')).toBeUndefined()
  expect(recall(nothing, 'a')).toBeUndefined()
  expect(recall((text) => text.toUpperCase(), 'a')).toBe('A')
  expect(asked).toBe(1)
})

test('memory is bounded: what was not asked for during two generations is judged again', () => {
  const recall = createRecall(createWording(DEFAULT_SETTINGS.words))
  let asked = 0
  const judge = (text: string) => {
    if (text === 'first') asked++
    return text
  }
  recall(judge, 'first')
  for (let turn = 0; turn < 45_000; turn++) recall(judge, `text ${turn}`)
  recall(judge, 'first')
  expect(asked).toBe(2)
})
