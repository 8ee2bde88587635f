import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SymbolInformation } from 'vscode-languageserver/node'
import type { DocumentStatus } from '../../src/lsp/protocol'
import { isServerBuilt, peakMemory, type ServerProcess, startServerProcess } from './support/server-process'

const BIN = fileURLToPath(new URL('../../bin/specmark.js', import.meta.url))
const SPEC = '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another, as REQ-001.\n'

/** Nobody, where the tests are run by the one user for whom no folder is closed. */
const user = process.getuid?.() === 0 ? 65_534 : undefined
const isUnix = process.platform !== 'win32'
if (!isUnix) console.warn('Skipped: named pipes and closed folders, which Windows does not have.')

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'specmark-home-'))
})
afterEach(() => {
  chmodSync(join(home, 'closed'), 0o755)
  rmSync(home, { recursive: true, force: true })
})

const pathOf = (name: string) => join(home, name)
const uriOf = (name: string) => String(pathToFileURL(pathOf(name)))

function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(pathOf(name)), { recursive: true })
  writeFileSync(pathOf(name), content)
}

/** What lies about in a home folder, and one folder of specifications in it. */
function furnish(): void {
  write('documents/specs/lamps.md', SPEC)
  for (let day = 0; day < 200; day++) write(`documents/diary/${day}.md`, '# A day\n\nNothing happened.\n')
  for (let entry = 0; entry < 3000; entry++) write(`.cache/browser/${entry % 100}/${entry}`, '')
  for (let one = 0; one < 300; one++) write(`project/node_modules/p${one}/README.md`, SPEC)
  write('project/.git/HEAD', 'ref: refs/heads/main\n')
  write('project/.gitignore', 'dist/\n')
  write('project/dist/built.md', SPEC)
  write('.config/tool/readme.md', '# A tool\n')
  write('photo.md', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
  write('disk.md', '')
  // Sparse: 50 GB that are nowhere.
  truncateSync(pathOf('disk.md'), 50e9)
  write('secret.md', SPEC)
  chmodSync(pathOf('secret.md'), 0)
  execFileSync('mkfifo', [pathOf('pipe.md')])
  for (const [link, to] of [
    ['up', '..'],
    ['documents/home', '..'],
    ['circle', 'circle'],
    ['lost.md', 'nowhere.md'],
  ] as const)
    symlinkSync(to, pathOf(link))
  write('closed/specs/lamps.md', SPEC)
  chmodSync(pathOf('closed'), 0)
  chmodSync(home, 0o755)
}

function type({ connection }: ServerProcess, uri: string, version: number, text: string): Promise<void> {
  return connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text }],
  })
}

describe.skipIf(!isUnix || !isServerBuilt())('a home folder that is opened by mistake', () => {
  it('is read in little time and memory; a person is told what was left out, and typing is answered meanwhile', async () => {
    furnish()
    const server = await startServerProcess({ folder: home, user })
    const lamps = uriOf('documents/specs/lamps.md')
    await server.open(lamps, SPEC)
    // Answered whether all has been read or not.
    expect(await server.pull(lamps)).toMatchObject({ kind: 'full', items: [] })
    await type(server, lamps, 2, `${SPEC}- **REQ-002**: A third.\n`)
    expect(await server.pull(lamps)).toMatchObject({ items: [{ severity: 1 }] })
    await type(server, lamps, 3, SPEC)
    expect(await server.pull(lamps)).toMatchObject({ items: [] })
    expect(await server.log('read in')).toMatch(/: 1 specification, read in \d+ ms; 3 files are left out$/)

    const told = (name: string) => server.logged.find((line) => line.startsWith(uriOf(name)))
    expect(told('disk.md')).toMatch(/ is left out: too large to be read: 50000 MB, /)
    expect(told('photo.md')).toMatch(/ is left out: not UTF-8 text\.$/)
    expect(told('secret.md')).toMatch(/ is left out: cannot be read: permission denied\.$/)
    const closed = `A folder could not be looked into: ${pathOf('closed')}: cannot be read: permission denied.`
    expect(server.logged).toContain(`${pathToFileURL(home)}: ${closed}`)
    const status = await server.connection.sendRequest<DocumentStatus>('specmark/explain', {
      textDocument: { uri: lamps },
    })
    expect(status.leftOut).toBe(`3 files are left out, see the log. ${closed}`)

    const found = await server.connection.sendRequest<SymbolInformation[]>('workspace/symbol', {
      query: 'REQ',
    })
    expect(found.map(({ location }) => location.uri)).toEqual([lamps, lamps])
    expect(peakMemory(server)).toBeLessThan(400e6)
  })

  it('is checked by the command line, which names what it could not look into and ends', () => {
    furnish()
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check'], {
      cwd: home,
      encoding: 'utf8',
      timeout: 60_000,
      ...(user !== undefined && { uid: user, gid: user }),
    })
    expect(stderr.trim().split('\n').sort()).toEqual([
      'closed: cannot be read: permission denied.',
      'disk.md: too large to be checked (50000 MB).',
      'photo.md: a binary file: not checked.',
      'secret.md: cannot be read: permission denied.',
    ])
    expect(stdout).toBe('1 specification checked: no findings\n')
    expect(status).toBe(2)
  })
})
