import { describe, expect, it } from 'vitest'
import { CancellationTokenSource, type Location, LSPErrorCodes } from 'vscode-languageserver/node'
import { rulesOf } from './support/documents'
import { FOLDER, hostOf, initialized, type TestClient, type TestOptions } from './support/test-client'

const uriOf = (name: string) => `${FOLDER}/${name}`

const LAMPS = '# Lamps\n\n**ID**: SPEC-2026-01-15-001\n\n- **REQ-001**: A lamp.\n- **REQ-002**: Two.\n'
const TESTS = '# Tests\n\n- **TEST-001**: SPEC-2026-01-15-001#REQ-002\n- **TEST-002**: More.\n'
const FILES = { 'lamps.md': LAMPS, 'tests.md': TESTS }

const filesOf = (files: Readonly<Record<string, string>>) =>
  new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]))

type Host = NonNullable<TestOptions['host']>

/** A client of a server whose disk is otherwise in something. */
function onDisk(files: Map<string, string>, other: (host: Host) => Partial<Host>): Promise<TestClient> {
  const host = hostOf({ files })
  return initialized({ host: { ...host, ...other(host) } })
}

const definition = (client: TestClient, { token } = new CancellationTokenSource()) =>
  client.connection.sendRequest<Location[]>(
    'textDocument/definition',
    { textDocument: { uri: uriOf('tests.md') }, position: { line: 2, character: 40 } },
    token,
  )

const changed = (client: TestClient, name: string, type: number) =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(name), type }],
  })

const logs = (client: TestClient, words: string) =>
  client.inbox.until(() => client.inbox.logged.find(({ message }) => message.includes(words)))

describe('a watched file that vanishes between event and read', () => {
  it('is gone, without an error', async () => {
    const files = filesOf(FILES)
    const client = await initialized({ files })
    await client.open(uriOf('tests.md'), TESTS)
    expect(await definition(client)).toHaveLength(1)
    files.delete(uriOf('lamps.md'))
    await changed(client, 'lamps.md', 2)
    expect(await definition(client)).toEqual([])
    expect(rulesOf(await client.pull(uriOf('tests.md')))).toContain('reference/unknown-spec')
    expect(client.inbox.logged.filter(({ type }) => type <= 2)).toEqual([])
  })

  it('that was never there is nothing', async () => {
    const client = await initialized({ files: filesOf(FILES) })
    await client.open(uriOf('tests.md'), TESTS)
    await changed(client, 'never.md', 1)
    expect(await definition(client)).toHaveLength(1)
  })
})

describe('a disk with errors', () => {
  it('leaves out the file that cannot be read, says so in the log, and the others answer', async () => {
    let isBroken = true
    const files = filesOf({ ...FILES, 'wires.md': LAMPS.replaceAll('-001', '-003') })
    const client = await onDisk(files, ({ readFile }) => ({
      readFile: async (uri) => {
        if (isBroken && uri.endsWith('wires.md')) throw new Error('cannot be read: i/o error.')
        return readFile(uri)
      },
    }))
    expect(await logs(client, 'is left out')).toMatchObject({
      type: 2,
      message: `${uriOf('wires.md')} is left out: cannot be read: i/o error.`,
    })
    await client.open(uriOf('tests.md'), TESTS)
    expect(await definition(client)).toHaveLength(1)
    isBroken = false
    await changed(client, 'wires.md', 2)
    const found = await client.connection.sendRequest<unknown[]>('workspace/symbol', { query: '003' })
    expect(found.length).toBeGreaterThan(0)
  })

  it('that cannot list a folder says so in the log, and open documents are judged by themselves', async () => {
    const client = await onDisk(filesOf(FILES), () => ({
      findFiles: async () => {
        throw new Error('i/o error')
      },
    }))
    expect(await logs(client, `Reading ${FOLDER}`)).toMatchObject({ type: 1 })
    await client.open(uriOf('tests.md'), TESTS)
    expect(await definition(client)).toEqual([])
    expect(rulesOf(await client.pull(uriOf('tests.md')))).not.toContain('reference/unknown-spec')
  })

  it('that loses a config says so at its place or in the log, and the defaults hold', async () => {
    const client = await onDisk(filesOf({ ...FILES, 'specmark.json': '{}' }), ({ readFile }) => ({
      readFile: async (uri) => {
        if (uri.endsWith('specmark.json')) throw new Error('cannot be read: i/o error.')
        return readFile(uri)
      },
    }))
    await client.open(uriOf('tests.md'), TESTS)
    expect(await definition(client)).toHaveLength(1)
    const { diagnostics } = await client.inbox.until(() =>
      client.inbox.published.find(({ uri }) => uri.endsWith('specmark.json')),
    )
    expect(diagnostics).toMatchObject([{ message: expect.stringContaining('i/o error') }])
  })
})

describe('a disk that answers slowly', () => {
  it('keeps nobody from an answer about an open document, nor from taking back a question about others', async () => {
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    const client = await onDisk(filesOf(FILES), ({ readFile }) => ({
      readFile: async (uri) => {
        if (uri.endsWith('lamps.md')) await slow
        return readFile(uri)
      },
    }))
    await client.open(uriOf('tests.md'), TESTS)
    expect((await client.pull(uriOf('tests.md'))).kind).toBe('full')
    const impatient = new CancellationTokenSource()
    const asked = definition(client, impatient)
    // Until it is under way, it would be answered by the queue.
    await client.pull(uriOf('tests.md'))
    impatient.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    const patient = definition(client)
    answer()
    expect(await patient).toHaveLength(1)
  })
})

describe('two folders with the same document ID', () => {
  const OTHER = 'file:///other'

  it('both say so; what is qualified by it leads to both, and is not renamed', async () => {
    const files = filesOf(FILES).set(`${OTHER}/lamps.md`, LAMPS)
    const client = await initialized({ files })
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: OTHER, name: 'other' }], removed: [] },
    })
    await logs(client, `${OTHER}: 1 specification`)
    await client.open(uriOf('tests.md'), TESTS)
    expect((await definition(client)).map(({ uri }) => uri)).toEqual([`${OTHER}/lamps.md`, uriOf('lamps.md')])
    for (const uri of [uriOf('lamps.md'), `${OTHER}/lamps.md`]) {
      await client.open(uri, LAMPS)
      expect(rulesOf(await client.pull(uri))).toContain('metadata/duplicate-id')
    }
    const renamed = client.connection.sendRequest('textDocument/rename', {
      textDocument: { uri: uriOf('lamps.md') },
      position: { line: 2, character: 12 },
      newName: 'SPEC-2026-01-15-009',
    })
    await expect(renamed).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringContaining('Several specifications have the ID'),
    })
    expect(await definition(client)).toHaveLength(2)
  })
})

describe('a circle of references', () => {
  const specOf = (id: string, other: string, name: string) => `# Circle

**ID**: ${id}

See [the other](${name}.md).

- **REQ-001**: As REQ-001 and ${other}#REQ-001 say (AC-1).
- [ ] **AC-1**: Given REQ-001, when ${other}#AC-1, then TEST-001 (AC-1)
- **TEST-001**: AC-1, ${other}#TEST-001, TEST-001
`
  const A = specOf('SPEC-2026-01-15-001', 'SPEC-2026-01-15-002', 'b')
  const B = specOf('SPEC-2026-01-15-002', 'SPEC-2026-01-15-001', 'a')

  it('has every question about it end', async () => {
    const client = await initialized({
      files: filesOf({ 'a.md': A, 'b.md': B }),
      settings: () => ({ codeLens: { enabled: true, requirements: true } }),
    })
    await client.open(uriOf('a.md'), A)
    const textDocument = { uri: uriOf('a.md') }
    expect((await client.pull(textDocument.uri)).kind).toBe('full')
    const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params)
    for (const line of [6, 7, 8]) {
      const character = line === 7 ? 10 : 6
      const place = { textDocument, position: { line, character } }
      const [item] = await ask<object[]>('textDocument/prepareTypeHierarchy', place)
      for (const level of ['subtypes', 'supertypes']) {
        let items: readonly object[] = item === undefined ? [] : [item]
        for (let depth = 0; depth < 5; depth++) {
          const [first] = items
          if (first === undefined) break
          items = await ask<object[]>(`typeHierarchy/${level}`, { item: first })
        }
      }
      for (const method of ['implementation', 'definition', 'hover'])
        expect(await ask(`textDocument/${method}`, place)).not.toBeUndefined()
      const context = { includeDeclaration: true }
      expect(await ask<unknown[]>('textDocument/references', { ...place, context })).not.toEqual([])
    }
    expect(await ask<unknown[]>('textDocument/codeLens', { textDocument })).not.toEqual([])
    expect(client.inbox.logged.filter(({ type }) => type <= 2)).toEqual([])
  })
})
