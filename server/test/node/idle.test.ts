import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CancellationTokenSource } from 'vscode-languageserver/node'
import { specOf } from '../workspace/support/memory-files'
import { type Inwards, isServerBuilt, type ServerProcess, startServerProcess } from './support/server-process'

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

/** What the server holds once nothing is being written any more: on a busy machine after a while, each answer lets it go on. */
async function settled(server: ServerProcess): Promise<Inwards> {
  const end = performance.now() + 30_000
  for (;;) {
    const inwards = await server.inwards()
    if (inwards.resources.every(isOfTheClient) || performance.now() > end) return inwards
  }
}

describe.skipIf(!isServerBuilt())('a server that has read its workspace with threads, and kept it', () => {
  it('has no timer and no thread left that could wake it', async () => {
    const scratch = folderOfSpecs()
    const server = await startServerProcess({ folder: join(scratch, 'work'), cache: join(scratch, 'cache') })
    await server.log('read in')
    const found = await server.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'shine' })
    expect(found).toHaveLength(60)
    const { resources } = await settled(server)
    expect(resources.filter((name) => !isOfTheClient(name))).toEqual([])
    expect(existsSync(join(scratch, 'cache', 'index'))).toBe(true)
  })
})

describe.skipIf(!isServerBuilt())('a server that has been typed in, asked, and told of changes', () => {
  it('waits for its client alone: no timer is pending, whether it would keep the process alive or not', async () => {
    const scratch = folderOfSpecs()
    const folder = join(scratch, 'work')
    const server = await startServerProcess({ folder, cache: join(scratch, 'cache'), countsTimers: true })
    await server.log('read in')
    const { connection } = server
    const file = join(folder, '100.md')
    const uri = String(pathToFileURL(file))
    // Somebody looks at all specifications, which are judged in the background, and at the findings of all of them.
    await connection.sendRequest('specmark/followSpecs', { goOn: false, filter: null })
    const held = new CancellationTokenSource()
    const all = connection
      .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'all' }, held.token)
      .catch(() => 'cancelled')
    await server.open(uri, readFileSync(file, 'utf8'))
    const place = { line: 0, character: 3 }
    for (let version = 2; version < 12; version++) {
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
      })
      await connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })
    }
    await server.pull(uri)
    writeFileSync(join(folder, 'specmark.json'), '{ "ignore": ["101.md"] }')
    rmSync(join(folder, '102.md'))
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: ['specmark.json', '102.md'].map((name) => ({
        uri: String(pathToFileURL(join(folder, name))),
        type: 2,
      })),
    })
    await connection.sendRequest('workspace/symbol', { query: 'shine' })

    // As it stays while all of this is looked at, with no end.
    const { resources, timers } = await quiet(server)
    expect(resources.filter((name) => !isOfTheClient(name))).toEqual([])
    expect(timers).toBe(0)
    held.cancel()
    expect(await all).toBe('cancelled')
  })
})

/** The same, once what is done in the background is done too. */
async function quiet(server: ServerProcess): Promise<Inwards> {
  const end = performance.now() + 30_000
  for (;;) {
    const inwards = await settled(server)
    if (inwards.timers === 0 || performance.now() > end) return inwards
  }
}
