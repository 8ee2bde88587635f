import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { specOf } from '../workspace/support/memory-files'
import { isServerBuilt, startServerProcess } from './support/server-process'

/** What wakes it when the client, or this test, has something to say. */
const isOfTheClient = (name: string) => /^(?:Pipe|Socket|SignalWrap|TTYWrap)/.test(name)

function folderOfSpecs(): string {
  const scratch = mkdtempSync(join(tmpdir(), 'specmark-idle-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  mkdirSync(join(scratch, 'work'))
  for (let number = 100; number < 160; number++)
    writeFileSync(
      join(scratch, 'work', `${number}.md`),
      specOf(`SPEC-2026-01-15-${number}`, '1. **[REQ-001]** The lamp MUST shine.\n'),
    )
  return scratch
}

describe.skipIf(!isServerBuilt())('a server that has read its workspace with threads, and kept it', () => {
  it('has no timer and no thread left that could wake it', async () => {
    const scratch = folderOfSpecs()
    const server = await startServerProcess({ folder: join(scratch, 'work'), cache: join(scratch, 'cache') })
    await server.log('read in')
    const found = await server.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'shine' })
    expect(found).toHaveLength(60)
    let resources: readonly string[] = []
    // What is still being written ends by itself, on a busy machine after a while; each answer lets it go on.
    const end = performance.now() + 30_000
    while (performance.now() < end) {
      resources = (await server.inwards()).resources
      if (resources.every(isOfTheClient)) break
    }
    expect(resources.filter((name) => !isOfTheClient(name))).toEqual([])
    expect(existsSync(join(scratch, 'cache', 'index'))).toBe(true)
  })
})
