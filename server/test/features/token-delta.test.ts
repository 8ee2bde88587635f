import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SemanticTokensEdit } from 'vscode-languageserver-types'
import { semanticTokens } from '../../src/core/features/semantic-tokens'
import { tokenEdits } from '../../src/core/features/semantic-tokens/delta'
import { contextOf } from './support/context'
import { LAMP } from './support/specs'

/** What a client does with the edits: from the last to the first, so that no place moves. */
function applied(data: readonly number[], edits: readonly SemanticTokensEdit[]): readonly number[] {
  const result = [...data]
  for (const { start, deleteCount, data: inserted = [] } of [...edits].sort((a, b) => b.start - a.start)) {
    result.splice(start, deleteCount, ...inserted)
  }
  return result
}

describe('the difference of two answers', () => {
  it('makes the later of the earlier, whatever they are', () => {
    const data = fc.array(fc.nat({ max: 2 }), { maxLength: 12 })
    fc.assert(
      fc.property(data, data, (before, after) => {
        const edits = tokenEdits(before, after)
        expect(applied(before, edits)).toEqual(after)
        for (const { start, deleteCount } of edits) {
          expect(start + deleteCount).toBeLessThanOrEqual(before.length)
        }
      }),
    )
  })

  it('makes the tokens of an edited spec of those from before', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat({ max: 80 }),
      text: fc.constantFrom('', 'x', '\n', ' REQ-002 MUST '),
    })
    fc.assert(
      fc.property(edit, ({ at, length, text }) => {
        const start = at % LAMP.length
        const edited = LAMP.slice(0, start) + text + LAMP.slice(start + length)
        const [before, after] = [LAMP, edited].map((one) => semanticTokens(contextOf(one)).data)
        expect(applied(before ?? [], tokenEdits(before ?? [], after ?? []))).toEqual(after)
      }),
      { numRuns: 60 },
    )
  })

  it('is nothing where nothing has changed, and little where a line has come in', () => {
    const { data } = semanticTokens(contextOf(LAMP))
    expect(tokenEdits(data, [...data])).toEqual([])
    const later = semanticTokens(contextOf(LAMP.replace('\n## Why', '\n\n## Why'))).data
    const [edit] = tokenEdits(data, later)
    expect(edit?.deleteCount).toBe(1)
    expect(edit?.data).toHaveLength(1)
  })
})
