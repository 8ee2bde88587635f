import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CancellationTokenSource, ProgressType } from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { createHost, specmarkIn } from '../cli/environment'
import { initialized, type TestClient } from './support/test-client'

const SMALL = '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another.\n'
const LARGE = `# Wires\n\n- **REQ-007**: A wire.\n- **REQ-008**: Another.\n\n${`${'Words of a wire. '.repeat(80)}\n\n`.repeat(100)}`

let folder: string

function write(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return URI.file(path).toString()
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-left-out-'))
  write('.git/HEAD', 'ref: refs/heads/main\n')
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const root = () => URI.file(folder).toString()

function serve(scope = 'workspace'): Promise<TestClient> {
  return initialized({ host: createHost(), folder: root(), settings: () => ({ diagnostics: { scope } }) })
}

const summary = (client: TestClient) =>
  client.inbox.until(() => client.inbox.logged.find(({ message }) => message.startsWith(`${root()}: `)))

const symbols = async (client: TestClient) => {
  const found = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: 'REQ' })
  return found.map(({ name }) => name.split(':')[0]).sort()
}

describe('a file larger than the config allows', () => {
  it('is left out with a line in the log, and read once the config allows it', async () => {
    const config = write('specmark.json', '{ "maxFileSize": 0.1 }')
    write('lamps.md', SMALL)
    const large = write('wires.md', LARGE)
    const client = await serve()
    const { message } = await summary(client)
    expect(message).toMatch(/: 1 specification, read in \d+ ms; 1 file is left out$/)
    const reason =
      'too large to be read: 0.2 MB, more than the 0.1 MB that "maxFileSize" of specmark.json allows.'
    expect(client.inbox.logged).toContainEqual({ type: 2, message: `${large} is left out: ${reason}` })
    expect(await symbols(client)).toEqual(['REQ-001', 'REQ-002'])

    write('specmark.json', '{ "maxFileSize": 1 }')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: config, type: 2 }],
    })
    await client.inbox.until(() =>
      client.inbox.logged.find(({ message: line }) => line.startsWith('Read again')),
    )
    expect(await symbols(client)).toEqual(['REQ-001', 'REQ-002', 'REQ-007', 'REQ-008'])
  })

  it('is listed among the problems of the workspace, and no more once it is gone', async () => {
    write('specmark.json', '{ "maxFileSize": 0.1 }')
    const large = write('wires.md', LARGE)
    const client = await serve()
    const told: (readonly [string, readonly unknown[]])[] = []
    const waiting = new Set<() => void>()
    type Part = { readonly items: readonly { uri: string; items: { code: unknown; severity: unknown }[] }[] }
    client.connection.onProgress(new ProgressType<Part>(), 'pull', ({ items }) => {
      for (const { uri, items: found } of items)
        told.push([uri, found.map(({ code, severity }) => [code, severity])])
      for (const look of waiting) look()
    })
    const until = (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => told.length >= count && resolve()
        waiting.add(look)
        look()
      })
    const held = new CancellationTokenSource()
    const answer = client.connection
      .sendRequest('workspace/diagnostic', { previousResultIds: [], partialResultToken: 'pull' }, held.token)
      .catch(() => 'cancelled')
    await until(1)
    rmSync(join(folder, 'wires.md'))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: large, type: 3 }],
    })
    await until(2)
    expect(told).toEqual([
      [large, [['internal/left-out', 3]]],
      [large, []],
    ])
    held.cancel()
    expect(await answer).toBe('cancelled')
  })

  it('is named by the command line, which exits with 2 and checks the others', async () => {
    write('specmark.json', '{ "maxFileSize": 0.1 }')
    write('lamps.md', SMALL)
    write('wires.md', LARGE)
    expect(await specmarkIn(folder, {}, ['check'])).toEqual({
      code: 2,
      out: '1 specification checked: no findings\n',
      err: 'wires.md: too large to be read: 0.2 MB, more than the 0.1 MB that "maxFileSize" of specmark.json allows.\n',
    })
    write('specmark.json', '{ "maxFileSize": 0.1, "ignore": ["wires.md"] }')
    expect((await specmarkIn(folder, {}, ['check'])).code).toBe(0)
  })
})

describe('a loop of symbolic links', () => {
  it('is survived by the index and the command line; what is only linked to is found once', async () => {
    write('specs/lamps.md', SMALL)
    symlinkSync('..', join(folder, 'specs/up'))
    symlinkSync('self', join(folder, 'specs/self'))
    symlinkSync('b', join(folder, 'specs/a'))
    symlinkSync('a', join(folder, 'specs/b'))
    symlinkSync('lamps.md', join(folder, 'specs/twin.md'))
    symlinkSync('loop.md', join(folder, 'specs/loop.md'))
    const client = await serve()
    expect((await summary(client)).message).toMatch(/: 1 specification, read in \d+ ms$/)
    expect(await symbols(client)).toEqual(['REQ-001', 'REQ-002'])
    const { code, out, err } = await specmarkIn(folder, {}, ['check'])
    expect({ code, out, err }).toEqual({ code: 0, out: '1 specification checked: no findings\n', err: '' })
    expect(await specmarkIn(folder, {}, ['check', 'specs/loop.md'])).toMatchObject({
      code: 2,
      err: 'specs/loop.md: cannot be read: its symbolic links lead in a circle.\n',
    })
  })
})
