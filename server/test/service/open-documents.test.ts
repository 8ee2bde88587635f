import { describe, expect, it } from 'vitest'
import { closedWorkspace, memoryWorkspace, ROOT, specOf } from '../workspace/support/memory-files'

const NAME = 'a.md'
const DISK = specOf('SPEC-2026-01-15-001', '1. **[REQ-001]** The lamp MUST blink.\n')
const TYPED = DISK.replace('REQ-001', 'REQ-901')
const LATER = DISK.replace('REQ-001', 'REQ-501')
const START = { line: 0, character: 0 }

/** A folder that is being read until it is let go, and what the workspace knows of the document meanwhile. */
function whileRead() {
  let letGo = () => {}
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const workspace = closedWorkspace({ [NAME]: DISK }, { pause: () => gate })
  const ids = () => workspace.service.file(workspace.uri(NAME))?.items.map(({ id }) => id)
  return { ...workspace, ids, letGo }
}

describe('a request that waits until all folders are read', () => {
  it('leaves a newer version what it is', async () => {
    const { service, open, ids, letGo } = whileRead()
    const first = open(NAME)
    await service.analyse(first)
    const read = service.addFolder(ROOT)
    const asked = [service.refactorings(first, START), service.references(first, START, true)]
    await service.analyse(open(NAME, TYPED))
    expect(ids()).toEqual(['REQ-901'])
    letGo()
    await Promise.all([read, ...asked])
    expect(ids()).toEqual(['REQ-901'])
  })

  it('does not open again what was closed meanwhile', async () => {
    const { service, open, ids, uri, change, letGo } = whileRead()
    const first = open(NAME, TYPED)
    await service.analyse(first)
    const read = service.addFolder(ROOT)
    const asked = [service.gate(first), service.references(first, START, true)]
    service.close(uri(NAME))
    letGo()
    await Promise.all([read, ...asked])
    await change({ [NAME]: LATER })
    await service.settled()
    expect(ids()).toEqual(['REQ-501'])
  })
})

it('a document that is closed before its config was read is not opened by that', async () => {
  const { service, open, uri, change } = await memoryWorkspace({ [NAME]: DISK })
  const asked = service.analyse(open(NAME, TYPED))
  service.close(uri(NAME))
  await asked
  await change({ [NAME]: LATER })
  await service.settled()
  expect(service.file(uri(NAME))?.items.map(({ id }) => id)).toEqual(['REQ-501'])
})

it('a document that was closed is judged for who still asks, and opened again by a new version', async () => {
  const { service, open, uri } = await memoryWorkspace({ [NAME]: DISK })
  const first = open(NAME, DISK.replace('blink', 'blink fast'))
  const before = await service.analyse(first)
  expect(before.findings.map(({ rule }) => rule)).toContain('requirement/vague-word')
  service.close(uri(NAME))
  expect((await service.analyse(first)).findings.map(({ rule }) => rule)).toEqual(
    before.findings.map(({ rule }) => rule),
  )
  await service.analyse(open(NAME, TYPED))
  expect(service.file(uri(NAME))?.items.map(({ id }) => id)).toEqual(['REQ-901'])
})

it('symbols follow a version that says other words at other places', async () => {
  const { service, open } = await memoryWorkspace({ [NAME]: DISK })
  await service.analyse(open(NAME))
  const found = (word: string) => service.workspaceSymbols(word)
  const before = await found('blink')
  expect(before).toHaveLength(1)
  await service.analyse(open(NAME, DISK.replace('blink', 'shine').replace('## What', 'Words.\n\n## What')))
  expect(await found('blink')).toEqual([])
  expect(await found('shine')).toHaveLength(1)
})
