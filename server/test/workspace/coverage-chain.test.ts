import { describe, expect, it } from 'vitest'
import type { TypeHierarchyItem } from 'vscode-languageserver-types'
import { type MemoryWorkspace, memoryWorkspace, specOf } from './support/memory-files'

const FILES = {
  'lamps.md': specOf(
    'SPEC-2026-01-15-001',
    `1. **[REQ-001]** A lamp MUST be lit.
2. **[REQ-002]** A lamp MUST be dimmed.

### Acceptance Criteria
- [x] **AC-1**: Given a lamp, when it is lit, then it shines (REQ-001)
- [ ] **AC-2**: Given dusk, when it falls, then it shines (REQ-001, REQ-002)
`,
  ),
  'tests.md':
    '# T\n\nOf SPEC-2026-01-15-001.\n\n- **TEST-001**: Light it (AC-1)\n- **TEST-002**: ~~Wait for dusk (AC-2)~~\n',
}

function place(on: MemoryWorkspace, name: string, text: string) {
  const document = on.open(name)
  return [document, document.positionAt(document.getText().indexOf(text) + text.length)] as const
}

const named = (entries: readonly TypeHierarchyItem[]) =>
  entries.map(({ name, detail }) => `${name} (${detail})`)

describe('implementation', () => {
  it('of a requirement is what answers it, in any file', async () => {
    const on = await memoryWorkspace(FILES)
    const [document, position] = place(on, 'lamps.md', '**[REQ-001')
    const found = await on.service.implementation(document, position)
    expect(found.map(({ uri, range }) => [on.name(uri), range.start.line])).toEqual([
      ['lamps.md', 15],
      ['lamps.md', 16],
    ])
    const [, criterion] = place(on, 'lamps.md', '**AC-1')
    const tests = await on.service.implementation(document, criterion)
    expect(tests.map(({ uri }) => on.name(uri))).toEqual(['tests.md'])
  })
})

describe('the type hierarchy', () => {
  it('is the chain of coverage, down and up', async () => {
    const on = await memoryWorkspace(FILES)
    const [requirement] = await on.service.prepareHierarchy(...place(on, 'lamps.md', '**[REQ-001'))
    expect(named([requirement].flatMap((one) => one ?? []))).toEqual([
      'REQ-001: A lamp MUST be lit. (SPEC-2026-01-15-001)',
    ])
    const below = await on.service.subtypes(requirement?.data)
    expect(named(below)).toEqual([
      expect.stringMatching(/^AC-1: Given a lamp.* \(done · SPEC-2026-01-15-001\)$/),
      expect.stringMatching(/^AC-2: Given dusk.* \(open · SPEC-2026-01-15-001\)$/),
    ])
    const tests = await on.service.subtypes(below[1]?.data)
    expect(named(tests)).toEqual(['TEST-002: Wait for dusk (AC-2) (T)'])
    expect(tests[0]?.tags).toEqual([1])
    expect(named(await on.service.supertypes(tests[0]?.data))).toEqual(named(below.slice(1)))
  })

  it('has nothing of an item that is there no more', async () => {
    const on = await memoryWorkspace(FILES)
    const [requirement] = await on.service.prepareHierarchy(...place(on, 'lamps.md', '**[REQ-001'))
    on.service.close(on.uri('lamps.md'))
    await on.change({ 'lamps.md': undefined })
    expect(await on.service.subtypes(requirement?.data)).toEqual([])
  })
})

describe('workspace symbols', () => {
  const find = async (query: string) => {
    const on = await memoryWorkspace(FILES)
    return (await on.service.workspaceSymbols(query)).map(({ name }) => name)
  }

  it('are found by ID, with or without hyphens and zeros', async () => {
    expect(await find('REQ-002')).toEqual([
      'REQ-002: A lamp MUST be dimmed.',
      expect.stringContaining('AC-2'),
    ])
    expect((await find('req2'))[0]).toBe('REQ-002: A lamp MUST be dimmed.')
    expect((await find('ac'))[0]).toContain('AC-1')
  })

  it('are found by words in any order', async () => {
    expect(await find('must lamp dim')).toEqual(['REQ-002: A lamp MUST be dimmed.'])
    expect(await find('lamp nowhere')).toEqual([])
  })

  it('are found by letters of words in their order, where nothing has them whole', async () => {
    expect(await find('dmd lmp')).toEqual(['REQ-002: A lamp MUST be dimmed.'])
    expect((await find('rq2'))[0]).toBe('REQ-002: A lamp MUST be dimmed.')
    // Within one word, from its beginning.
    expect(await find('amp mstbe')).toEqual([])
  })

  it('are specs too; without a query nothing else', async () => {
    expect(await find('')).toEqual(['SPEC-2026-01-15-001: Specification: Lamps', 'T'])
    expect(await find('spec-2026')).toContain('SPEC-2026-01-15-001: Specification: Lamps')
  })
})
