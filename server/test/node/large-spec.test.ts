import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentStatus } from '../../src/lsp/protocol'
import { isServerBuilt, peakMemory, startServerProcess } from './support/server-process'

const BIN = fileURLToPath(new URL('../../bin/specmark.js', import.meta.url))
const SMALL = '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another, as REQ-009.\n'

/** 20 MB, with an item a line. */
function largeSpec(): string {
  const item = (number: number) => `- **REQ-${number}**: The lamp MUST shine on day ${number} of its life.\n`
  const items = Array.from({ length: 330_000 }, (_, at) => item(at + 1))
  return `# Specification: Lamps\n\n**ID**: SPEC-2026-01-15-001\n\n${items.join('')}`
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-large-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const uriOf = (name: string) => String(pathToFileURL(join(folder, name)))

describe.skipIf(!isServerBuilt())('a specification of 20 MB', () => {
  it('is told to be too large where it is opened; typing in it and beside it is answered soon', async () => {
    const text = largeSpec()
    writeFileSync(join(folder, 'large.md'), text)
    writeFileSync(join(folder, 'small.md'), SMALL)
    const server = await startServerProcess({ folder })
    const [large, small] = [uriOf('large.md'), uriOf('small.md')]
    await server.log('read in')
    expect(server.logged).toContainEqual(
      expect.stringMatching(
        /large\.md is left out: too large to be read: 2\d(?:\.\d)? MB, more than the 5 MB/,
      ),
    )

    await server.open(large, text)
    const told = {
      severity: 2,
      code: 'internal/too-large',
      message: expect.stringMatching(
        /^This document has [\d,]+ characters; up to 1,500,000 are read\. Split it/,
      ),
    }
    expect(await server.pull(large)).toMatchObject({ items: [told] })
    await server.open(small, SMALL)
    const started = performance.now()
    for (let version = 2; version < 12; version++) {
      const place = { line: 1000, character: 8 }
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: large, version },
        contentChanges: [{ range: { start: place, end: place }, text: 'x' }],
      })
      expect(await server.pull(large)).toMatchObject({ items: [told] })
      expect(await server.pull(small)).toMatchObject({ items: [{ code: 'reference/unknown' }] })
    }
    const each = (performance.now() - started) / 10
    console.info(`A letter in 20 MB: ${Math.round(each)} ms until both documents are answered`)
    // Far above what it takes, so that a busy machine does not fail; read whole, each would take a minute.
    expect(each).toBeLessThan(3000)
    expect(peakMemory(server)).toBeLessThan(800e6)
    const status = await server.connection.sendRequest<DocumentStatus>('specmark/explain', {
      textDocument: { uri: small },
    })
    expect(status.leftOut).toBe('1 file is left out, see the log.')
  })

  it('is named by the command line, which checks the others', () => {
    writeFileSync(join(folder, 'large.md'), largeSpec())
    writeFileSync(join(folder, 'small.md'), SMALL)
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, 'check'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect(stderr).toMatch(/^large\.md: too large to be read: 2\d(?:\.\d)? MB, more than the 5 MB/)
    expect(stdout).toMatch(/small\.md[\s\S]*reference\/unknown/)
    expect(status).toBe(2)
  })
})
