import { expect, it } from 'vitest'
import { type SpecNode, specTree } from '../../src/core/features/spec-tree'
import { contextOf } from './support/context'
import { LAMP, withReplaced } from './support/specs'

const keysOf = (nodes: readonly SpecNode[]): readonly string[] =>
  nodes.flatMap(({ key, children }) => [key, ...keysOf(children)])

it('gives no two nodes one key, whatever their words are', () => {
  const boxes = ['a', 'a', 'a~2', '2~a', '2~box a', 'a']
  const text = withReplaced(
    LAMP,
    '### Acceptance Criteria',
    `### Acceptance Criteria\n\n${boxes.map((words) => `- [ ] ${words}`).join('\n')}`,
  )
  const keys = keysOf(specTree(contextOf(text)))
  expect(keys.length).toBeGreaterThan(boxes.length)
  expect(new Set(keys).size).toBe(keys.length)
})
