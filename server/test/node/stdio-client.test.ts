import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { streamed } from '../../src/node/first-message'

const DIST = fileURLToPath(new URL('../../dist', import.meta.url))
const built = existsSync(join(DIST, 'cli.js'))
if (!built)
  console.warn('Skipped: the tests of a client at standard streams need the build ("npm run build").')

const INITIALIZE = streamed({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { processId: null, rootUri: null, capabilities: {} },
})

const INITIALIZED = streamed({ jsonrpc: '2.0', method: 'initialized', params: {} })

function start(program = join(DIST, 'cli.js')) {
  const child = spawn(process.execPath, [program, 'lsp'], { stdio: 'pipe' })
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, told: textOf(child.stderr), ended: codeOf(child) }
}

async function codeOf(child: ChildProcess): Promise<unknown> {
  return (await once(child, 'exit'))[0]
}

/** A copy of the program without what serves clients. */
function withoutServer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'specmark-stdio-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(DIST, folder, { recursive: true })
  for (const name of readdirSync(folder).filter((name) => /^chunk.*\.js$/.test(name))) {
    const file = join(folder, name)
    if (/export \{[^}]*\bserveStdio\b/.test(readFileSync(file, 'utf8'))) rmSync(file)
  }
  return join(folder, 'cli.js')
}

describe.skipIf(!built)('specmark lsp', () => {
  it('says that it cannot be loaded as other commands do', async () => {
    const { child, told, ended } = start(withoutServer())
    child.stdin.write(INITIALIZE)
    expect(await ended).toBe(2)
    expect(await told).toMatch(/^specmark: Error/)
  })

  it('ends without a word where its client does not listen to the first answer', async () => {
    const { child, told, ended } = start()
    child.stdout.destroy()
    await once(child.stdout, 'close')
    child.stdin.write(INITIALIZE)
    expect(await ended).toBe(1)
    expect(await told).toBe('')
  })

  it('ends without a word where its client stops to listen', async () => {
    const { child, told, ended } = start()
    child.stdin.write(INITIALIZE)
    await once(child.stdout, 'data')
    child.stdout.destroy()
    await once(child.stdout, 'close')
    for (let id = 2; id < 20; id++) child.stdin.write(streamed({ jsonrpc: '2.0', id, method: 'unknown' }))
    expect(await ended).toBe(1)
    expect(await told).toBe('')
  })

  it('answers all that its client has sent at once, and ends as told', async () => {
    const { child, ended } = start()
    const shutdown = streamed({ jsonrpc: '2.0', id: 2, method: 'shutdown' })
    const exit = streamed({ jsonrpc: '2.0', method: 'exit' })
    child.stdin.end(INITIALIZE + INITIALIZED + shutdown + exit)
    expect(await textOf(child.stdout)).toContain('{"jsonrpc":"2.0","id":2,"result":null}')
    expect(await ended).toBe(0)
  })

  it('answers it where its client says no more without an exit', async () => {
    const { child, ended } = start()
    const unknown = (id: number) => streamed({ jsonrpc: '2.0', id, method: 'unknown' })
    child.stdin.end(INITIALIZE + INITIALIZED + [2, 3, 4, 5, 6, 7, 8, 9].map(unknown).join(''))
    const heard = await textOf(child.stdout)
    expect([...heard.matchAll(/"id":(\d)/g)].map(([, id]) => Number(id))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(await ended).toBe(1)
  })
})
