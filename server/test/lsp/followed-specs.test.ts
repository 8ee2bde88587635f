import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { ErrorCodes } from 'vscode-languageserver/node'
import { createSpecService, type SpecHost } from '../../src/core/service'
import { README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import {
  follow,
  followed,
  gone,
  insideOf,
  listed,
  OTHER,
  OTHER_URI,
  treeOf,
  workspaceOf,
} from './support/follow'
import { FOLDER, hostOf, initialized } from './support/test-client'

describe('specmark/followSpecs', () => {
  it('lists every spec with its status and progress, and no other file', async () => {
    const files = workspaceOf({ [SPEC_URI]: SPEC, [OTHER_URI]: OTHER, [`${FOLDER}/README.md`]: README })
    const client = await initialized({ files })
    const first = await followed(client)
    expect(first.whole).toBe(true)
    const listings = listed(first, client)
    expect([...listings.keys()].sort()).toEqual([OTHER_URI, SPEC_URI])
    expect(listings.get(SPEC_URI)).toMatchObject({
      title: 'Lantern dimming',
      id: 'SPEC-2026-01-15-001',
      status: 'Draft',
      statusRank: 0,
      progress: { done: 2, total: 6 },
      words: 'Criteria 1 of 3 · plan 1 of 2',
    })
    expect(listings.get(OTHER_URI)).toMatchObject({ status: 'Approved', statusRank: 2, words: null })
  })

  it('tells the worst that is found in each, also of those that nobody has open', async () => {
    const client = await initialized({ files: workspaceOf() })
    const listings = listed(await followed(client), client)
    const worst = listings.get(OTHER_URI)?.findings?.worst
    expect(worst?.severity).toBe('error')
    expect(listings.get(OTHER_URI)?.findings?.errors).toBeGreaterThan(1)
  })

  it('counts the questions that are open, and gives them where they are asked for', async () => {
    const text = SPEC.replace('within two seconds', '[NEEDS CLARIFICATION: how fast?]')
    const client = await initialized({ files: workspaceOf({ [SPEC_URI]: text, [OTHER_URI]: OTHER }) })
    const listings = listed(await followed(client), client)
    expect([SPEC_URI, OTHER_URI].map((uri) => listings.get(uri)?.questions)).toEqual([1, 0])
    expect((await insideOf(client, SPEC_URI))?.questions).toEqual([
      {
        kind: 'clarification',
        text: 'how fast?',
        item: 'REQ-001',
        position: rangeOf(text, '[NEEDS').start,
      },
    ])
  })

  it('tells a tick by the listing of that spec alone', async () => {
    const client = await initialized({ files: workspaceOf() })
    const first = await followed(client)
    await client.open(SPEC_URI, SPEC)
    const before = client.inbox.specs.length
    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-2**'), '- [x] **AC-2**')
    await client.inbox.until(() =>
      listed(first, client).get(SPEC_URI)?.progress.done === 3 ? true : undefined,
    )
    const since = client.inbox.specs.slice(before)
    expect(since.flatMap(({ changed }) => changed.map(({ uri }) => uri))).not.toContain(OTHER_URI)
    expect(since.every(({ whole }) => !whole)).toBe(true)
  })

  it('tells of files that come and go', async () => {
    const files = workspaceOf()
    const client = await initialized({ files })
    const first = await followed(client)
    const added = `${FOLDER}/specs/pier.md`
    files.set(added, OTHER.replace('2026-02-01-001', '2026-02-01-002'))
    files.delete(OTHER_URI)
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: added, type: 1 },
        { uri: OTHER_URI, type: 3 },
      ],
    })
    await client.inbox.until(() => {
      const listings = listed(first, client)
      return listings.has(added) && !listings.has(OTHER_URI) ? true : undefined
    })
  })

  it('is silent while nobody looks, and tells then what has changed meanwhile and nothing else', async () => {
    const files = workspaceOf()
    const client = await initialized({ files })
    await followed(client)
    await client.connection.sendNotification('specmark/unfollowSpecs')
    const before = client.inbox.specs.length
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-2**'), '- [x] **AC-2**')
    await client.pull(SPEC_URI)
    const again = await follow(client, true)
    expect(client.inbox.specs.length).toBe(before)
    expect(again.whole).toBe(false)
    expect(again.changed.map(({ uri }) => uri)).toEqual([SPEC_URI])
    expect(again.changed[0]?.progress.done).toBe(3)
  })

  it('tells later what it was about to tell as the view was hidden', async () => {
    let asked = () => {}
    let waiting: Promise<void> = Promise.resolve()
    const createService = (host: SpecHost) => {
      const service = createSpecService(host)
      const inside = async (uri: string) => {
        asked()
        await waiting
        return service.inside(uri)
      }
      return { ...service, inside }
    }
    const client = await initialized({ files: workspaceOf(), createService })
    await followed(client)
    await client.open(SPEC_URI, SPEC)
    await insideOf(client, SPEC_URI)
    const before = client.inbox.specs.length
    let goOn = () => {}
    waiting = new Promise((resolve) => {
      goOn = resolve
    })
    const isAsked = new Promise<void>((resolve) => {
      asked = resolve
    })
    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-2**'), '- [x] **AC-2**')
    await isAsked
    await client.connection.sendNotification('specmark/unfollowSpecs')
    await client.pull(SPEC_URI)
    goOn()
    const again = await follow(client, true)
    const since = () => [again, ...client.inbox.specs.slice(before)]
    const isTold = () => since().some(({ changed }) => changed.some(({ progress }) => progress.done === 3))
    await client.inbox.until(() => isTold() || undefined)
    expect(since().flatMap(({ inside }) => inside)).toEqual([SPEC_URI])
  })

  it('counts those with errors, in documents that are open while nobody looks too', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    expect(client.inbox.specs.at(-1)?.withErrors).toBe(1)
    await client.connection.sendNotification('specmark/unfollowSpecs')
    await client.open(SPEC_URI, SPEC.replace('REQ-002', 'REQ-001'))
    expect(await client.inbox.until(() => client.inbox.specsWithErrors[0])).toBe(2)
    const told = client.inbox.specs.length
    await client.open(OTHER_URI, OTHER)
    await client.change(OTHER_URI, rangeOf(OTHER, OTHER), SPEC.replace('2026-01-15', '2026-01-14'))
    expect(await client.inbox.until(() => client.inbox.specsWithErrors[1])).toBe(1)
    expect(client.inbox.specs.length).toBe(told)
  })

  it('tells no more often of what is judged in the background than a view can be drawn', async () => {
    const many = Array.from({ length: 150 }, (_, at) => `${FOLDER}/specs/harbour-${at}.md`)
    const inMemory = hostOf({ files: workspaceOf(Object.fromEntries(many.map((uri) => [uri, OTHER]))) })
    // As from a disk: turns of the event loop go by between one that is judged and the next.
    const readFile = async (uri: string) => {
      await setTimeout(1)
      return inMemory.readFile(uri)
    }
    const client = await initialized({ host: { ...inMemory, readFile } })
    const began = performance.now()
    await followed(client)
    const tellings = client.inbox.specs.length
    // The first, those at their pace, and the last.
    expect(tellings).toBeLessThanOrEqual(3 + (performance.now() - began) / 300)
    expect(client.inbox.specs.at(-1)?.withErrors).toBe(many.length)
  })

  it('counts one that is gone no longer, while nobody looks too', async () => {
    const files = workspaceOf()
    const client = await initialized({ files })
    await followed(client)
    await client.connection.sendNotification('specmark/unfollowSpecs')
    files.delete(OTHER_URI)
    await gone(client, OTHER_URI)
    expect(await client.inbox.until(() => client.inbox.specsWithErrors[0])).toBe(0)
  })

  it('refuses what is no question', async () => {
    const client = await initialized({ files: workspaceOf() })
    await expect(client.connection.sendRequest('specmark/followSpecs', null)).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
    })
    await expect(client.connection.sendRequest('specmark/followSpecs', {})).rejects.toThrow('goOn')
    await expect(client.connection.sendRequest('specmark/specInside', {})).rejects.toThrow('uri')
  })
})

describe('specmark/specInside', () => {
  it('gives the sections that hold something, with their items and boxes, phases by themselves', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    const tree = await treeOf(client, SPEC_URI)
    expect(tree?.map(({ label, detail }) => [label, detail])).toEqual([
      ['Functional Requirements', ''],
      ['Acceptance Criteria', '1 of 3'],
      ['Implementation Plan', '1 of 2'],
      ['Test Cases', ''],
      ['Definition of Done', '0 of 1'],
    ])
    const [phase] = tree?.[2]?.children ?? []
    expect(phase).toMatchObject({ kind: 'group', label: 'Phase 1: Foundation', detail: '1 of 2' })
    expect(phase?.children.map(({ label, state }) => [label, state])).toEqual([
      ['Task 1.1', 'done'],
      ['Task 1.2', 'open'],
    ])
    expect(tree?.[0]?.children[0]).toMatchObject({
      label: 'REQ-001',
      detail: 'The lantern MUST dim to ten percent within two seconds',
      state: 'done',
      box: null,
      qualifiedId: 'SPEC-2026-01-15-001#REQ-001',
    })
  })

  it('tells that it is another one once something in it has changed, and only where it was asked for', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    await client.open(SPEC_URI, SPEC)
    await treeOf(client, SPEC_URI)
    await client.change(SPEC_URI, rangeOf(SPEC, 'within two seconds'), 'within three seconds')
    const change = await client.inbox.until(() => client.inbox.specs.find(({ inside }) => inside.length > 0))
    expect(change).toMatchObject({ inside: [SPEC_URI], changed: [] })
  })

  it('is null for what is no spec, and for a file that is gone', async () => {
    const files = workspaceOf({ [SPEC_URI]: SPEC, [`${FOLDER}/README.md`]: README })
    const client = await initialized({ files })
    await followed(client)
    expect(await treeOf(client, `${FOLDER}/README.md`)).toBeNull()
    files.delete(SPEC_URI)
    expect(await treeOf(client, SPEC_URI)).toBeNull()
  })

  it('names each box by what stands on its line: a tick finds it again after it has moved', async () => {
    const client = await initialized({ files: workspaceOf() })
    await followed(client)
    const tree = await treeOf(client, SPEC_URI)
    const box = tree?.[1]?.children[1]?.box
    const moved = SPEC.replace('## Why', '\n\n\n## Why')
    await client.open(SPEC_URI, moved)
    const tick = (position: unknown, mark: unknown) =>
      client.connection.sendRequest<boolean>('workspace/executeCommand', {
        command: 'specmark.toggleCheckbox',
        arguments: [SPEC_URI, position, mark],
      })
    expect(await tick(box?.position, box?.mark)).toBe(true)
    const [edit] = client.inbox.edits
    expect(JSON.stringify(edit?.edit)).toContain(`"line":${rangeOf(moved, '**AC-2**').start.line}`)

    await client.change(SPEC_URI, rangeOf(moved, 'when it is switched on'), 'when it is kicked')
    await expect(tick(box?.position, box?.mark)).rejects.toThrow('The line has changed meanwhile')
    expect(client.inbox.edits.length).toBe(1)
    await expect(tick(box?.position, 7)).rejects.toThrow('mark')
  })
})
