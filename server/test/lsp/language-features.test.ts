import { describe, expect, it } from 'vitest'
import {
  type CodeLens,
  type CompletionItem,
  type Hover,
  MarkupKind,
  type Position,
} from 'vscode-languageserver/node'
import { after, behind, README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

const README_URI = `${FOLDER}/README.md`

function complete(client: TestClient, uri: string, position: Position): Promise<CompletionItem[]> {
  return client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position })
}

function hover(client: TestClient, uri: string, position: Position): Promise<Hover | null> {
  return client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position })
}

function lenses(client: TestClient, uri: string): Promise<CodeLens[]> {
  return client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } })
}

function textOf(item: CompletionItem): string {
  return item.textEdit?.newText ?? item.insertText ?? item.label
}

const [MOVE, REVEAL, TOGGLE] = ['specmark.moveStatus', 'specmark.revealPosition', 'specmark.toggleCheckbox']

describe('completion', () => {
  it('names the items of the document where an ID may be named', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'the battery is empty'), ' [')
    const { line, character } = after(SPEC, 'the battery is empty')
    const labels = (await complete(client, SPEC_URI, { line, character: character + 2 })).map(
      ({ label }) => label,
    )
    expect(labels.filter((label) => label.includes('REQ-00'))).toHaveLength(2)
  })

  it('offers the next free ID where a requirement is begun', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'remember its last brightness'), '\n3. **[')
    const { line } = after(SPEC, 'remember its last brightness')
    const items = await complete(client, SPEC_URI, { line: line + 1, character: 6 })
    expect(items.map(textOf).some((text) => text.includes('REQ-003'))).toBe(true)
  })

  it('tells what an item says when a person looks at it, and what answers it', async () => {
    const markdown = {
      ...MODERN,
      textDocument: {
        ...MODERN.textDocument,
        completion: { completionItem: { documentationFormat: [MarkupKind.Markdown] } },
      },
    }
    const client = await initialized({ capabilities: markdown })
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'the battery is empty'), ' [')
    const { line, character } = after(SPEC, 'the battery is empty')
    const items = await complete(client, SPEC_URI, { line, character: character + 2 })
    const item = items.find(({ label }) => label === 'REQ-001')
    expect(item?.documentation).toBeUndefined()
    const resolve = (one: CompletionItem | undefined) =>
      client.connection.sendRequest<CompletionItem>('completionItem/resolve', one)
    expect(await resolve(item)).toMatchObject({
      label: 'REQ-001',
      documentation: {
        kind: 'markdown',
        value: expect.stringMatching(/within two seconds\n\nAnswered by: .*AC-1/),
      },
    })
    // Of another server, or gone: as it was.
    for (const data of [null, 7, { from: SPEC_URI, named: { uri: SPEC_URI, key: 'REQ-99' } }, { from: 1 }]) {
      expect(await resolve({ label: 'x', data })).toEqual({ label: 'x', data })
    }
  })

  it('inserts plain text for a client without snippets', async () => {
    const plain = { ...MODERN, textDocument: { ...MODERN.textDocument, completion: {} } }
    const client = await initialized({ capabilities: plain })
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'remember its last brightness'), '\n3. **[')
    const { line } = after(SPEC, 'remember its last brightness')
    const items = await complete(client, SPEC_URI, { line: line + 1, character: 6 })
    expect(items).not.toEqual([])
    for (const item of items) {
      expect(item.insertTextFormat).not.toBe(2)
      expect(textOf(item)).not.toMatch(/\$\{?\d/)
    }
  })

  it('is silent in a README', async () => {
    const client = await initialized()
    await client.open(README_URI, README)
    expect(await complete(client, README_URI, after(README, '- ['))).toEqual([])
  })
})

describe('hover', () => {
  it('says at a mention what the item says', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const { start } = rangeOf(SPEC, 'REQ-002)')
    const answer = await hover(client, SPEC_URI, start)
    expect(JSON.stringify(answer?.contents)).toContain('SHOULD remember its last brightness')
  })

  it('is nothing in prose, and nothing in a README', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.open(README_URI, README)
    expect(await hover(client, SPEC_URI, after(SPEC, 'too bright'))).toBeNull()
    expect(await hover(client, README_URI, after(README, 'UTF-8'))).toBeNull()
  })
})

describe('code lenses', () => {
  it('count the checkboxes under a heading and follow a tick', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const titlesAt = async () => {
      const { line } = rangeOf(SPEC, '### Acceptance Criteria').start
      return (await lenses(client, SPEC_URI))
        .filter(({ range }) => range.start.line === line)
        .map(({ command }) => command?.title)
    }
    expect(await titlesAt()).toContain('1 of 3 done')
    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-2**'), '- [x] **AC-2**')
    expect(await titlesAt()).toContain('2 of 3 done')
  })

  const workspace = { ...MODERN.workspace, applyEdit: false }
  const window = {}
  it.each([
    [
      'registers them',
      { capabilities: { ...MODERN, window }, options: { ownCommands: true } },
      [MOVE, REVEAL, TOGGLE],
    ],
    ['shows documents', {}, [MOVE, REVEAL, TOGGLE]],
    ['shows no documents', { capabilities: { ...MODERN, window } }, ['', MOVE, TOGGLE]],
    ['neither shows nor edits', { capabilities: { ...MODERN, window, workspace } }, ['']],
  ])('name only commands that work, for a client that %s', async (_, options, commands) => {
    const client = await initialized(options)
    await client.open(SPEC_URI, SPEC)
    const found = await lenses(client, SPEC_URI)
    expect([...new Set(found.map(({ command }) => command?.command))].sort()).toEqual(commands)
    expect(found.map(({ command }) => command?.title)).toContain('1 of 3 done')
  })

  it('are none in a README', async () => {
    const client = await initialized()
    await client.open(README_URI, README)
    expect(await lenses(client, README_URI)).toEqual([])
  })

  it('are none where the person has turned them off, at once', async () => {
    let settings: unknown = null
    const client = await initialized({ settings: () => settings })
    await client.open(SPEC_URI, SPEC)
    expect(await lenses(client, SPEC_URI)).not.toEqual([])
    settings = { codeLens: { enabled: false } }
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await client.inbox.until(() =>
      client.inbox.refreshed.find((method) => method === 'workspace/codeLens/refresh'),
    )
    expect(await lenses(client, SPEC_URI)).toEqual([])
  })

  it('obey settings that a client sends without being asked', async () => {
    const { workspace, ...rest } = MODERN
    const client = await initialized({
      capabilities: { ...rest, workspace: { ...workspace, configuration: false } },
    })
    await client.open(SPEC_URI, SPEC)
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { specmark: { codeLens: { enabled: false } } },
    })
    expect(await lenses(client, SPEC_URI)).toEqual([])
  })
})
