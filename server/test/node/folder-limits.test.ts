import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentStatus } from '../../src/lsp/protocol'
import { listFolder } from '../../src/node/host'
import { createHost } from '../cli/environment'
import { initialized } from '../lsp/support/test-client'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'specmark-limits-'))
  for (let area = 0; area < 10; area++) {
    const path = join(folder, `area-${area}`)
    mkdirSync(path)
    for (let number = 0; number < 10; number++) writeFileSync(join(path, `${number}.md`), '# Notes\n')
  }
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const root = () => String(pathToFileURL(folder))

describe('a folder opened by mistake', () => {
  it('is looked into as far as the limits of files and entries', async () => {
    const some = await listFolder(root(), undefined, { files: 25, entries: 1000 })
    expect(some.uris).toHaveLength(25)
    expect(some.leftOut).toMatch(/^Only the first 25 Markdown files of this folder are looked at\./)
    const few = await listFolder(root(), undefined, { files: 1000, entries: 30 })
    expect(few.uris.length).toBeLessThan(30)
    expect(few.leftOut).toMatch(/^Only the first 30 files and folders of this folder are looked at\./)
  })

  it('is looked into from the top down, and the first folder that is not looked into whole is named', async () => {
    mkdirSync(join(folder, 'area-0', 'deep'))
    writeFileSync(join(folder, 'area-0', 'deep', 'a.md'), '# Notes\n')
    writeFileSync(join(folder, 'z.md'), '# Notes\n')
    const { uris, leftOut } = await listFolder(root(), undefined, { files: 101, entries: 1000 })
    expect(uris).toContain(`${root()}/z.md`)
    expect(uris).not.toContain(`${root()}/area-0/deep/a.md`)
    expect(leftOut).toContain(' The first that is not lies in area-0/deep. ')
  })

  it('within the limits is looked into whole, without a note', async () => {
    const { uris, leftOut } = await listFolder(root(), undefined, { files: 100, entries: 1000 })
    expect(uris).toHaveLength(100)
    expect(leftOut).toBeUndefined()
  })
})

describe('a folder that is too large to be looked into whole', () => {
  it('is told in the log and in the status of each document, without a question', async () => {
    const { connection, inbox, open } = await initialized({
      host: { ...createHost(), listFolder: (of, at) => listFolder(of, at, { files: 5, entries: 1000 }) },
      folder: root(),
    })
    const note = 'Only the first 5 Markdown files of this folder are looked at.'
    const said = await inbox.until(() => inbox.logged.find(({ message }) => message.includes(note)))
    expect(said.message).toContain(root())
    const uri = `${root()}/area-0/0.md`
    await open(uri, '# Lamps\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Another.\n')
    const status = await connection.sendRequest<DocumentStatus>('specmark/explain', { textDocument: { uri } })
    expect(status.leftOut).toContain(note)
    expect(inbox.questions).toEqual([])
  })
})
