import { describe, expect, it } from 'vitest'
import { documentIdOf, firstDocumentId } from '../../src/core/template/document-id'

function first(shape: string): string | undefined {
  const pattern = documentIdOf(shape, undefined)
  return pattern && firstDocumentId(pattern, '2026-02-03')
}

describe('the first document ID of a day', () => {
  it.each([
    ['SPEC-[YYYY-MM-DD]-[NUMBER]', 'SPEC-2026-02-03-001'],
    ['SPEC-YYYY-MM-DD-NN', 'SPEC-2026-02-03-01'],
    ['RFC-[NNNN]', 'RFC-0001'],
    ['RFC-[####]', 'RFC-0001'],
    ['ADR-0000', 'ADR-0001'],
    ['ADR-[N]', 'ADR-001'],
  ])('of the shape %s is %s', (shape, id) => {
    expect(first(shape)).toBe(id)
    expect(documentIdOf(shape, undefined)?.pattern.test(id)).toBe(true)
  })

  it('is unknown where the shape has words', () => {
    expect(first('SPEC-[AREA]-[NUMBER]')).toBeUndefined()
  })
})
