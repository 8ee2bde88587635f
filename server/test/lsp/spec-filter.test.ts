import { describe, expect, it } from 'vitest'
import type { SpecFilter, SpecNode } from '../../src/lsp/protocol'
import { SPEC, SPEC_URI } from './support/documents'
import { follow, followed, gone, OTHER, OTHER_URI, treeOf, workspaceOf } from './support/follow'
import { initialized, type TestClient } from './support/test-client'

describe('a filter', () => {
  const ALL: SpecFilter = { text: '', openOnly: false, kind: null }

  /** Titles of what is shown, and the labels of what stands in the lantern's. */
  async function shown(client: TestClient, filter: SpecFilter) {
    const { changed, total, whole } = await follow(client, false, filter)
    expect({ total, whole }).toEqual({ total: 2, whole: true })
    const labels = (nodes: readonly SpecNode[]): string[] =>
      nodes.flatMap(({ label, children }) => [label, ...labels(children)])
    return {
      specs: changed.map(({ title }) => title).sort(),
      nodes: labels((await treeOf(client, SPEC_URI)) ?? []),
    }
  }

  it('by words finds specifications, headings and items, and shows what stands around them', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    expect(await shown(client, { ...ALL, text: 'TEN seconds' })).toEqual({
      specs: ['Lantern dimming'],
      nodes: ['Functional Requirements', 'REQ-001'],
    })
    expect((await shown(client, { ...ALL, text: 'harbour.md' })).specs).toEqual(['Harbour lights'])
    expect((await shown(client, { ...ALL, text: 'definition of done' })).nodes).toEqual([
      'Definition of Done',
      'All acceptance criteria checked and validated',
    ])
    expect((await shown(client, { ...ALL, text: 'dimming' })).nodes).toContain('Task 1.2')
    expect((await shown(client, { ...ALL, text: 'nowhere' })).specs).toEqual([])
  })

  it('shows what is open alone', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    expect(await shown(client, { ...ALL, openOnly: true })).toEqual({
      specs: ['Lantern dimming'],
      nodes: [
        ...['Functional Requirements', 'REQ-002', 'Acceptance Criteria', 'AC-2', 'AC-3'],
        ...['Implementation Plan', 'Phase 1: Foundation', 'Task 1.2'],
        ...['Definition of Done', 'All acceptance criteria checked and validated'],
      ],
    })
  })

  it('shows one kind, of those that it names', async () => {
    const client = await initialized({ files: workspaceOf() })
    const { kinds } = await followed(client)
    expect(kinds.map(({ label }) => label)).toContain('Acceptance criteria')
    const kind = kinds.find(({ label }) => label === 'Tasks')?.kind ?? null
    expect(await shown(client, { text: '', openOnly: true, kind })).toEqual({
      specs: ['Lantern dimming'],
      nodes: ['Implementation Plan', 'Phase 1: Foundation', 'Task 1.2'],
    })
  })

  it('is held while files change: what ceases to match goes, and comes back', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    const first = await follow(client, false, { ...ALL, text: 'brightness' })
    expect(first.changed.map(({ uri }) => uri)).toEqual([SPEC_URI])
    await client.open(SPEC_URI, SPEC.replaceAll('brightness', 'glow'))
    await client.inbox.until(() => client.inbox.specs.find(({ removed }) => removed.includes(SPEC_URI)))
  })

  it('lists no specification in which nothing is all that it asks for', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    const none = { specs: [], nodes: [] }
    expect(await shown(client, { ...ALL, text: 'a lit lantern', openOnly: true })).toEqual(none)
    expect(await shown(client, { ...ALL, text: 'edge case', kind: 'requirement' })).toEqual(none)
    expect(await shown(client, { ...ALL, text: 'overview' })).toEqual(none)
    expect(await shown(client, { ...ALL, text: 'what (requirements' })).toEqual(none)
    expect((await shown(client, { ...ALL, text: 'edge case', openOnly: true })).nodes).toContain('AC-3')
  })

  it('for what is open keeps questions, also where no box is open', async () => {
    const text = OTHER.replace('can be seen', '[NEEDS CLARIFICATION: from where?]')
    const client = await initialized({ files: workspaceOf({ [SPEC_URI]: SPEC, [OTHER_URI]: text }) })
    await followed(client)
    expect((await shown(client, { ...ALL, openOnly: true })).specs).toContain('Harbour lights')
  })

  it('does not keep from telling how many there are in all', async () => {
    const files = workspaceOf()
    const client = await initialized({ files })
    await followed(client)
    await follow(client, false, { ...ALL, text: 'nowhere' })
    files.delete(SPEC_URI)
    await gone(client, SPEC_URI)
    await client.inbox.until(() => client.inbox.specs.find(({ total }) => total === 1))
  })
})
