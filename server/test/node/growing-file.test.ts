import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createFiles } from '../../src/node/files'
import { readText, readTextNow } from '../../src/node/read-text'
import { isServerBuilt, startServerProcess } from './support/server-process'

const BIN = fileURLToPath(new URL('../../bin/specmark.js', import.meta.url))
const LINE = 'A line of a log.\n'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'specmark-growing-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it('a file that grows all the time is read to where it ended at first', async () => {
  const path = join(folder, 'growing.md')
  await writeFile(path, LINE.repeat(1000))
  let isRead = false
  const growing = (async () => {
    while (!isRead) await appendFile(path, LINE.repeat(100))
  })()
  const texts = await Promise.all(Array.from({ length: 20 }, () => readText(path)))
  isRead = true
  await growing
  for (const text of texts) expect(text).toBe(LINE.repeat(text.length / LINE.length))
  expect(texts.every((text) => text.length >= LINE.length * 1000)).toBe(true)
})

describe('a file that another program appends to while it is read', () => {
  const readers: Readonly<Record<string, (path: string) => string | Promise<string>>> = {
    'beside others': readText,
    'at once': readTextNow,
    async 'by the command line'(path) {
      const read = await createFiles(folder).read(path)
      return 'text' in read ? read.text : read.problem
    },
  }

  it.each(Object.entries(readers))('is read %s to where it ended at first', async (_, read) => {
    const path = join(folder, 'growing.md')
    await writeFile(path, LINE.repeat(1_500_000))
    await grow(path, APPENDS_SLOWLY)
    let isAsAtFirst = false
    // Again, where lines came before it was opened, or none while it was read.
    for (let one = 0; one < 20 && !isAsAtFirst; one++) {
      const { size } = statSync(path)
      const { length } = await read(path)
      expect(length).toBeGreaterThanOrEqual(size)
      isAsAtFirst = length - size <= LINE.length && statSync(path).size > length + 2 * LINE.length
    }
    expect(isAsAtFirst).toBe(true)
  })
})

/** A program that appends a line each millisecond: many come while a large file is read, hardly one before. */
const APPENDS_SLOWLY = `
  const { openSync, writeSync } = require('node:fs')
  const file = openSync(process.argv[1], 'a')
  setInterval(() => writeSync(file, ${JSON.stringify(LINE)}), 1)
  process.send('appends')
`

/** A program that appends to a file as fast as it can, up to some size, until the test ends. */
const APPENDS = `
  const { openSync, writeSync, fstatSync } = require('node:fs')
  const file = openSync(process.argv[1], 'a')
  const lines = ${JSON.stringify(LINE)}.repeat(200)
  writeSync(file, '# Log\\n\\n- **REQ-001**: A line.\\n- **REQ-002**: Another, as REQ-001.\\n\\n')
  const more = () => {
    if (fstatSync(file).size < 100e6) writeSync(file, lines)
    setImmediate(more)
  }
  more()
  process.send('appends')
`

async function grow(path: string, program = APPENDS): Promise<void> {
  const child = spawn(process.execPath, ['--eval', program, path], { stdio: ['ignore', 2, 2, 'ipc'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
}

describe.skipIf(!isServerBuilt())('a file that another program appends to without an end', () => {
  it('does not keep the server from reading what else there is, nor from answering', async () => {
    const growing = join(folder, 'log.md')
    const spec = '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another, as REQ-009.\n'
    await writeFile(join(folder, 'lamps.md'), spec)
    await grow(growing)
    const server = await startServerProcess({ folder })
    await server.log('read in')
    const [lamps, log] = [join(folder, 'lamps.md'), growing].map((path) => String(pathToFileURL(path)))
    for (let event = 0; event < 3; event++) {
      // As an editor tells of it, again and again.
      await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: log, type: 2 }],
      })
    }
    await server.open(lamps ?? '', spec)
    expect(await server.pull(lamps ?? '')).toMatchObject({ items: [{ code: 'reference/unknown' }] })
    const found = await server.connection.sendRequest<unknown[]>('workspace/symbol', { query: 'Another' })
    expect(found.length).toBeGreaterThan(0)
  })

  it('does not keep the command line from its end', async () => {
    const log = join(folder, 'log.md')
    await grow(log)
    const { size } = statSync(log)
    const { status } = spawnSync(process.execPath, [BIN, 'check'], { cwd: folder, timeout: 60_000 })
    // Checked, or too large by then: it ends.
    expect([0, 2]).toContain(status)
    expect(statSync(log).size).toBeGreaterThan(size)
  })
})
