import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentStatus } from '../../src/lsp/protocol'
import { isServerBuilt, peakMemory, startServerProcess } from '../node/support/server-process'

const SPEC = '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another, as REQ-009.\n'
const FOLDERS = 100
const FILES = 1000
const NOTE = 'Only the first 50,000 Markdown files of this folder are looked at.'

let scratch = ''
// Half a minute each on a slow disk, and longer on a busy one.
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'specmark-huge-'))
  for (let folder = 0; folder < FOLDERS; folder++) {
    const path = join(scratch, 'work', `notes-${folder}`)
    mkdirSync(path, { recursive: true })
    for (let file = 0; file < FILES; file++)
      writeFileSync(join(path, `${file}.md`), `# Day ${folder}-${file}\n\nWords of a diary, and no item.\n`)
  }
}, 600_000)
afterAll(() => rmSync(scratch, { recursive: true, force: true }), 600_000)

describe.skipIf(!isServerBuilt())('a folder of 100,000 Markdown files that are no specifications', () => {
  it('is read in part, and a person is told; what is typed meanwhile is answered', {
    timeout: 600_000,
  }, async () => {
    const started = performance.now()
    const server = await startServerProcess({ folder: join(scratch, 'work'), cache: join(scratch, 'cache') })
    let isRead = false
    const read = server.log('read in').then((line) => {
      isRead = true
      return line
    })
    const uri = String(pathToFileURL(join(scratch, 'work', 'lamps.md')))
    await server.open(uri, SPEC)
    expect(await server.pull(uri)).toMatchObject({ items: [{ code: 'reference/unknown' }] })
    const first = performance.now() - started

    const times: number[] = []
    for (let version = 2; !isRead; version++) {
      const place = { line: 2, character: 19 }
      const before = performance.now()
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
      })
      await server.pull(uri)
      times.push(performance.now() - before)
      // As fast as people type, at most.
      await new Promise((soon) => setTimeout(soon, 100))
    }
    const p95 = times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN
    const [line, peak] = [await read, peakMemory(server)]
    console.info(
      `${line.replace(/^\S+ /, '')}; first answer ${Math.round(first)} ms, a letter meanwhile ${Math.round(p95)} ms (p95 of ${times.length}), ${Math.round(peak / 1e6)} MB at most`,
    )
    expect(line).toMatch(/: 1 specification, read in/)
    expect(server.logged.some((message) => message.includes(NOTE))).toBe(true)
    const status = await server.connection.sendRequest<DocumentStatus>('specmark/explain', {
      textDocument: { uri },
    })
    expect(status.leftOut).toContain(NOTE)
    // Far above what they are, so that a busy machine does not fail.
    expect(first).toBeLessThan(10_000)
    expect(p95).toBeLessThan(1000)
    expect(peak).toBeLessThan(600e6)
    const { heap } = await server.inwards()
    console.info(`${Math.round(heap / 1e6)} MB held`)
  })
})
