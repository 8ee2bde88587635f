import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  type LogMessageParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { MODERN } from '../lsp/support/test-client'
import { specOf } from '../workspace/support/memory-files'

const PROGRAM = fileURLToPath(new URL('../../dist/server.js', import.meta.url))
const isBuilt = existsSync(PROGRAM)
if (!isBuilt) console.warn(`Skipped, as ${PROGRAM} is not built: npm run build`)

/** On a signal, the server tells on the third channel what keeps its loop awake. */
const TELLS = `
  import { writeSync } from 'node:fs'
  process.on('SIGUSR2', () => writeSync(3, JSON.stringify(process.getActiveResourcesInfo()) + '\\n'))
`

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

async function startServer(scratch: string) {
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(TELLS)}`, PROGRAM, '--stdio'],
    { stdio: ['pipe', 'pipe', 'inherit', 'pipe'] },
  )
  onTestFinished(() => void child.kill())
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout as Readable),
    new StreamMessageWriter(child.stdin as Writable),
  )
  onTestFinished(() => connection.dispose())
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
  const isRead = new Promise<void>((done) => {
    connection.onNotification('window/logMessage', ({ message }: LogMessageParams) => {
      if (message.includes('read in')) done()
    })
  })
  connection.listen()
  const rootUri = String(pathToFileURL(join(scratch, 'work')))
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'work' }],
    capabilities: MODERN,
    initializationOptions: { cacheFolder: String(pathToFileURL(join(scratch, 'cache'))) },
  })
  await connection.sendNotification('initialized', {})
  await isRead
  return { child, connection, told: child.stdio[3] as Readable }
}

describe.skipIf(!isBuilt)('a server that has read its workspace with threads, and kept it', () => {
  it('has no timer and no thread left that could wake it', async () => {
    const scratch = folderOfSpecs()
    const { child, connection, told } = await startServer(scratch)
    const found = await connection.sendRequest<unknown[]>('workspace/symbol', { query: 'shine' })
    expect(found).toHaveLength(60)
    let resources: readonly string[] = []
    // What is still being written ends by itself, on a busy machine after a while; each answer lets it go on.
    const end = performance.now() + 30_000
    while (performance.now() < end) {
      child.kill('SIGUSR2')
      const [bytes] = await once(told, 'data')
      resources = JSON.parse(String(bytes).trim().split('\n').at(-1) ?? '[]')
      if (resources.every(isOfTheClient)) break
    }
    expect(resources.filter((name) => !isOfTheClient(name))).toEqual([])
    expect(existsSync(join(scratch, 'cache', 'index'))).toBe(true)
  })
})
