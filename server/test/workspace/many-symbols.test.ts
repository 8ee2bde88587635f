import { describe, expect, it } from 'vitest'
import { memoryWorkspace, specOf } from './support/memory-files'

/** Three hundred specifications: more have a common word than are shown. */
async function manySpecs() {
  const files: Record<string, string> = {}
  for (let number = 100; number < 400; number++) {
    const word = number === 399 ? 'zebra crossing' : 'archive'
    const title = number === 398 ? 'Archive of all' : `Number ${number}`
    files[`${number}.md`] = specOf(
      `SPEC-2026-01-15-${number}`,
      `1. **[REQ-001]** The ${word} MUST be kept.\n2. **[REQ-${number}]** Something else.\n`,
      title,
    ).replace('# Specification: ', '# ')
  }
  let pauses = 0
  const { service } = await memoryWorkspace(files, {
    pause: async () => {
      pauses++
    },
  })
  const names = async (query: string) => (await service.workspaceSymbols(query)).map(({ name }) => name)
  return { names, pauses: () => pauses }
}

describe('symbols of many files', () => {
  it('has the likeliest first, wherever they are', async () => {
    const { names } = await manySpecs()
    const archive = await names('archive')
    expect(archive).toHaveLength(128)
    // A title that begins with the word, behind hundreds of items that have it somewhere.
    expect(archive[0]).toBe('SPEC-2026-01-15-398: Archive of all')
    expect((await names('req-398'))[0]).toBe('REQ-398: Something else.')
    expect((await names('spec-2026-01-15-399'))[0]).toBe('SPEC-2026-01-15-399: Number 399')
  })

  it('finds what one file alone has', async () => {
    const { names } = await manySpecs()
    expect(await names('zebra')).toEqual(['REQ-001: The zebra crossing MUST be kept.'])
    expect(await names('bra cross')).toEqual(['REQ-001: The zebra crossing MUST be kept.'])
    expect(await names('zbr')).toEqual(['REQ-001: The zebra crossing MUST be kept.'])
    expect(await names('zqx')).toEqual([])
  })

  it('lets others have their turn while it is made ready, and not again', async () => {
    const { names, pauses } = await manySpecs()
    const before = pauses()
    await names('zebra')
    expect(pauses() - before).toBe(6)
    await names('archive')
    expect(pauses() - before).toBe(6)
  })
})
