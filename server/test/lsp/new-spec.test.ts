import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node'
import { METHODS, type NewSpecFile } from '../../src/lsp/protocol'
import { createHost, specmarkIn } from '../cli/environment'
import { FOLDER, hostOf, initialized, type TestClient } from './support/test-client'

const ask = (client: TestClient, params: unknown): Promise<NewSpecFile> =>
  client.connection.sendRequest(METHODS.newSpec, params)

const selected = ({ text, selection }: NewSpecFile) => {
  if (selection === null) return null
  const lines = text.split('\n')
  return lines[selection.start.line]?.slice(selection.start.character, selection.end.character)
}

function scratchFolder(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'specmark-new-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

describe('specmark/newSpec', () => {
  it.each([
    ['Ledger export', {}, undefined],
    ['🎉 Ledger', { 'specmark.json': '{ "root": true, "newSpec": { "folder": "specs" } }' }, undefined],
    [
      'long words '.repeat(27),
      { 'specmark.json': '{ "root": true }', 'a.md': 'SPEC-2026-03-10-006' },
      undefined,
    ],
    [
      'Notices',
      {
        'specmark.json': '{ "root": true, "newSpec": { "folder": "specs", "fileName": "{date}/{slug}.md" } }',
      },
      'docs',
    ],
  ])('gives the file that the command line writes: %s', async (title, files, pointedAt) => {
    const folder = scratchFolder(files)
    const uri = pathToFileURL(folder).href
    const client = await initialized({ host: createHost(), folder: uri })
    const made = await ask(client, {
      folder: pointedAt === undefined ? uri : `${uri}/${pointedAt}`,
      title,
      exactly: pointedAt !== undefined,
    })
    const command = ['new', title, ...(pointedAt === undefined ? [] : ['--folder', pointedAt])]
    const { out, code } = await specmarkIn(folder, {}, command)
    expect(code).toBe(0)
    expect(fileURLToPath(made.uri)).toBe(join(folder, out.trim()))
    expect(made.text).toBe(readFileSync(join(folder, out.trim()), 'utf8'))
  })

  it('selects the first placeholder', async () => {
    const client = await initialized({ files: new Map() })
    const made = await ask(client, { folder: FOLDER, title: 'Ledger export' })
    expect(made.uri).toBe(`${FOLDER}/SPEC-2026-03-01-001-ledger-export.md`)
    expect(made.text).toContain('**Status**: Draft')
    expect(selected(made)).toMatch(/^\[.+\]$/)
    expect(made.text.indexOf(selected(made) ?? '')).toBeGreaterThan(made.text.indexOf('## Why'))
  })

  it('gives no ID that a specification has which is open and not saved, or lies in another folder', async () => {
    const files = new Map([
      ['file:///other/a.md', '# A\n\n**ID**: SPEC-2026-03-01-004\n\n- **REQ-001**: a\n- **AC-1**: b\n'],
    ])
    const client = await initialized({ files })
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: 'file:///other', name: 'other' }], removed: [] },
    })
    expect((await ask(client, { folder: FOLDER, title: 'A' })).text).toContain('SPEC-2026-03-01-005')
    await client.open('untitled:one', '# Specification: B\n\n**ID**: SPEC-2026-03-01-007\n')
    await client.pull('untitled:one')
    expect((await ask(client, { folder: FOLDER, title: 'A' })).text).toContain('SPEC-2026-03-01-008')
  })

  it('refuses a name that is taken, a blank title, and one that no file can be named by', async () => {
    const config = '{ "root": true, "newSpec": { "fileName": "{slug}.md" } }'
    const files = new Map([
      [`${FOLDER}/specmark.json`, config],
      [`${FOLDER}/ledger.md`, 'mine'],
    ])
    const client = await initialized({ host: hostOf({ files }) })
    const refused = (title: string, message: string) =>
      expect(ask(client, { folder: FOLDER, title })).rejects.toMatchObject({
        code: LSPErrorCodes.RequestFailed,
        message,
      })
    await refused('Ledger', 'ledger.md: there is such a file already.')
    await refused(' ', 'A specification needs a title.')
    await refused('🎉', 'No file can be named by this title: “{slug}.md” takes letters and digits from it.')
    await expect(ask(client, { title: 'A' })).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
    await expect(ask(client, null)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
  })
})
