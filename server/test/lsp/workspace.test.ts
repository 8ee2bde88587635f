import { describe, expect, it, onTestFinished, vi } from 'vitest'
import {
  CancellationTokenSource,
  type Location,
  ProgressType,
  type TypeHierarchyItem,
  type WorkspaceDiagnosticReportPartialResult,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node'
import { itemsOf } from './support/documents'
import { FOLDER, initialized, MODERN, type TestClient, type TestOptions } from './support/test-client'

const LAMPS =
  '# Lamps\n\n- **REQ-001**: A lamp MUST be lit.\n- **REQ-002**: A lamp MUST be dimmed, as REQ-009.\n'
const WIRES =
  '# Wires\n\n- **REQ-001**: A wire MUST carry.\n- **REQ-001**: A wire MUST bend.\n- **REQ-002**: See REQ-001.\n'

const uriOf = (name: string) => `${FOLDER}/${name}`

function filesOf(files: Readonly<Record<string, string>>): Map<string, string> {
  return new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]))
}

const FILES = { 'specs/lamps.md': LAMPS, 'specs/wires.md': WIRES, 'README.md': '# Read me\n' }

interface Told {
  readonly uri: string
  readonly rules: readonly (string | number | undefined)[]
  readonly resultId: string | undefined
}

/** A workspace pull that is held open, and what has come of it. */
function pullWorkspace(client: TestClient, previousResultIds: { uri: string; value: string }[] = []) {
  const told: Told[] = []
  const waiting = new Set<() => void>()
  const token = 'workspace-pull'
  client.connection.onProgress(
    new ProgressType<WorkspaceDiagnosticReportPartialResult>(),
    token,
    ({ items }) => {
      for (const item of items) {
        const rules = item.kind === 'full' ? item.items.map(({ code }) => code) : []
        told.push({ uri: item.uri, rules, resultId: item.resultId })
      }
      for (const look of [...waiting]) look()
    },
  )
  const cancellation = new CancellationTokenSource()
  const answer = client.connection
    .sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds, partialResultToken: token },
      cancellation.token,
    )
    .then(
      () => 'answered',
      (error: { code: number }) => error.code,
    )
  const until = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!holds()) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  return { told, answer, until, cancel: () => cancellation.cancel() }
}

function onWorkspace(files: Map<string, string>, options: TestOptions = {}): Promise<TestClient> {
  return initialized({ files, settings: () => ({ diagnostics: { scope: 'workspace' } }), ...options })
}

function changed(client: TestClient, ...names: string[]): Promise<void> {
  return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: names.map((name) => ({ uri: uriOf(name), type: 2 })),
  })
}

describe('definition and references', () => {
  it('lead into files that are not open', async () => {
    const text = `# Tests\n\nSee [wires](specs/wires.md).\n\n- **TEST-001**: REQ-002\n- **TEST-002**: More.\n`
    const client = await initialized({ files: filesOf({ ...FILES, 'tests.md': text }) })
    await client.open(uriOf('tests.md'), text)
    const params = { textDocument: { uri: uriOf('tests.md') }, position: { line: 4, character: 17 } }
    expect(await client.connection.sendRequest<Location[]>('textDocument/definition', params)).toEqual([
      {
        uri: uriOf('specs/wires.md'),
        range: { start: { line: 4, character: 4 }, end: { line: 4, character: 11 } },
      },
    ])
    const context = { includeDeclaration: true }
    const found = await client.connection.sendRequest<Location[]>('textDocument/references', {
      ...params,
      context,
    })
    expect(found.map(({ uri }) => uri)).toEqual([uriOf('specs/wires.md'), uriOf('tests.md')])
  })

  it('say what they are the definition of, to a client that knows of it', async () => {
    const text = '# A\n\n- **REQ-001**: One.\n- **AC-1**: Given (REQ-001), when, then\n'
    const definition = { linkSupport: true }
    const client = await initialized({
      files: filesOf({ 'a.md': text }),
      capabilities: { textDocument: { definition } },
    })
    await client.open(uriOf('a.md'), text)
    const params = { textDocument: { uri: uriOf('a.md') }, position: { line: 3, character: 24 } }
    const target = { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } }
    expect(await client.connection.sendRequest('textDocument/definition', params)).toEqual([
      {
        originSelectionRange: { start: { line: 3, character: 19 }, end: { line: 3, character: 26 } },
        targetUri: uriOf('a.md'),
        targetRange: { start: { line: 2, character: 0 }, end: { line: 2, character: 19 } },
        targetSelectionRange: target,
      },
    ])
  })
})

describe('the chain of coverage', () => {
  it('is prepared, followed, and refused for what is no entry', async () => {
    const text = '# A\n\n- **REQ-001**: One.\n- **AC-1**: Given (REQ-001), when, then\n'
    const client = await initialized({ files: filesOf({ 'a.md': text }) })
    await client.open(uriOf('a.md'), text)
    const place = { textDocument: { uri: uriOf('a.md') }, position: { line: 2, character: 6 } }
    const [item] = await client.connection.sendRequest<TypeHierarchyItem[]>(
      'textDocument/prepareTypeHierarchy',
      place,
    )
    const below = await client.connection.sendRequest<TypeHierarchyItem[]>('typeHierarchy/subtypes', { item })
    expect(below.map(({ name }) => name)).toEqual(['AC-1: Given (REQ-001), when, then'])
    const answered = await client.connection.sendRequest<Location[]>('textDocument/implementation', place)
    expect(answered).toHaveLength(1)
    await expect(
      client.connection.sendRequest('typeHierarchy/subtypes', { item: { ...item, data: 1 } }),
    ).rejects.toMatchObject({ code: -32602 })
    const symbols = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', {
      query: 'one',
    })
    expect(symbols.map(({ name }) => name)).toEqual(['REQ-001: One.'])
  })
})

describe('rename', () => {
  const place = { textDocument: { uri: uriOf('specs/lamps.md') }, position: { line: 2, character: 8 } }

  it('is prepared, and edits files with the versions that they have', async () => {
    const client = await initialized({
      files: filesOf({
        ...FILES,
        'specs/b.md': 'See [l](lamps.md) REQ-002.\n\n- **AC-1**: REQ-001\n- **AC-2**: b\n',
      }),
    })
    await client.open(uriOf('specs/lamps.md'), LAMPS)
    expect(await client.connection.sendRequest('textDocument/prepareRename', place)).toEqual({
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } },
      placeholder: 'REQ-001',
    })
    const params = { ...place, newName: 'REQ-010' }
    expect(await client.connection.sendRequest('textDocument/rename', params)).toEqual({
      documentChanges: [
        {
          textDocument: { uri: uriOf('specs/b.md'), version: null },
          edits: [
            {
              range: { start: { line: 2, character: 12 }, end: { line: 2, character: 19 } },
              newText: 'REQ-010',
            },
          ],
        },
        {
          textDocument: { uri: uriOf('specs/lamps.md'), version: 1 },
          edits: [
            {
              range: { start: { line: 2, character: 4 }, end: { line: 2, character: 11 } },
              newText: 'REQ-010',
            },
          ],
        },
      ],
    })
  })

  it('is refused with a reason, as a failed request', async () => {
    const client = await initialized({ files: filesOf(FILES) })
    await client.open(uriOf('specs/lamps.md'), LAMPS)
    const params = { ...place, newName: 'REQ-002' }
    await expect(client.connection.sendRequest('textDocument/rename', params)).rejects.toMatchObject({
      code: -32803,
      message: expect.stringContaining('REQ-002 is already defined'),
    })
  })
})

describe('findings of the whole workspace', () => {
  it('are streamed for the files that are not open, and the request is held', async () => {
    const client = await onWorkspace(filesOf(FILES))
    const pull = pullWorkspace(client)
    await pull.until(() => pull.told.length === 2)
    expect(pull.told.map(({ uri, rules }) => [uri, rules])).toEqual([
      [uriOf('specs/lamps.md'), expect.arrayContaining(['reference/unknown'])],
      [uriOf('specs/wires.md'), expect.arrayContaining(['id/duplicate'])],
    ])
    pull.cancel()
    expect(await pull.answer).toBe(-32800)
  })

  it('are pulled once in ten idle seconds by a client that asks again two seconds after each answer', async () => {
    const client = await onWorkspace(filesOf(FILES))
    await client.open(uriOf('README.md'), FILES['README.md'])
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    let pulls = 0
    let ended = false
    onTestFinished(() => {
      ended = true
    })
    const ask = () => {
      pulls++
      const pull = pullWorkspace(client)
      void pull.answer.then(() => ended || setTimeout(ask, 2000))
      return pull
    }
    const { told, until } = ask()
    await until(() => told.length === 2)
    const before = client.inbox.refreshed.length
    for (let second = 0; second < 10; second++) {
      await vi.advanceTimersByTimeAsync(1000)
      // Answered in order: whatever the server had to say before has come.
      await client.connection.sendRequest('workspace/symbol', { query: 'lamp' })
    }
    expect([pulls, told.length, client.inbox.refreshed.length - before]).toEqual([1, 2, 0])
    expect(vi.getTimerCount()).toBe(0)
  })

  it('follow files on the disk; a deleted one gets one empty report', async () => {
    const files = filesOf(FILES)
    const client = await onWorkspace(files)
    const pull = pullWorkspace(client)
    await pull.until(() => pull.told.length === 2)
    files.delete(uriOf('specs/wires.md'))
    await changed(client, 'specs/wires.md')
    await pull.until(() => pull.told.length === 3)
    expect(pull.told.at(-1)).toMatchObject({ uri: uriOf('specs/wires.md'), rules: [] })
    files.set(uriOf('specs/new.md'), WIRES)
    await changed(client, 'specs/new.md')
    await pull.until(() => pull.told.some(({ uri }) => uri.endsWith('new.md')))
    expect(pull.told).toHaveLength(4)
  })

  it('are not told again to a client that has them', async () => {
    const files = filesOf(FILES)
    const first = pullWorkspace(await onWorkspace(files))
    await first.until(() => first.told.length === 2)
    const known = first.told.map(({ uri, resultId = '' }) => ({ uri, value: resultId }))
    files.set(uriOf('specs/lamps.md'), LAMPS.replace('REQ-009', 'REQ-008'))
    const gone = { uri: uriOf('gone.md'), value: 'x' }
    const second = pullWorkspace(await onWorkspace(files), [...known, gone])
    await second.until(() => second.told.length === 2)
    expect(second.told.map(({ uri }) => uri)).toEqual([uriOf('specs/lamps.md'), uriOf('gone.md')])
  })

  it('are only those of open files unless a person wants all, and follow the setting at once', async () => {
    let scope = 'openFiles'
    const client = await initialized({ files: filesOf(FILES), settings: () => ({ diagnostics: { scope } }) })
    const pull = pullWorkspace(client)
    scope = 'workspace'
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await pull.until(() => pull.told.length === 2)
    scope = 'openFiles'
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
    await pull.until(() => pull.told.length === 4)
    expect(pull.told.slice(2).map(({ rules }) => rules)).toEqual([[], []])
  })

  it('are published to a client that pulls none', async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {}
    const client = await onWorkspace(filesOf(FILES), { capabilities: { ...MODERN, textDocument } })
    await client.inbox.until(() => client.inbox.published.find(({ uri }) => uri === uriOf('specs/lamps.md')))
    const wires = await client.inbox.until(() =>
      client.inbox.published.find(({ uri }) => uri === uriOf('specs/wires.md')),
    )
    expect(wires.diagnostics.map(({ code }) => code)).toContain('id/duplicate')
  })
})

describe('a change in one spec', () => {
  const TESTS = `# Tests\n\nSee [lamps](specs/lamps.md#more).\n\n- **TEST-001**: One.\n- **TEST-002**: Two.\n`
  const files = () =>
    filesOf({ ...FILES, 'tests.md': TESTS, 'specs/lamps.md': `${LAMPS}\n## More\n\nText.\n` })

  it('has those asked for again that it reaches', async () => {
    const client = await initialized({ files: files() })
    await client.open(uriOf('tests.md'), TESTS)
    await client.open(uriOf('specs/lamps.md'), `${LAMPS}\n## More\n\nText.\n`)
    await client.pull(uriOf('tests.md'))
    await client.pull(uriOf('specs/lamps.md'))
    const at = { line: 5, character: 3 }
    await client.change(uriOf('specs/lamps.md'), { start: at, end: { ...at, character: 7 } }, 'Less')
    await client.inbox.until(() => client.inbox.refreshed.find((method) => method.includes('diagnostic')))
    const [finding] = itemsOf(await client.pull(uriOf('tests.md')))
    expect(finding?.code).toBe('reference/broken-link')
  })

  it('has nobody asked again where it reaches none', async () => {
    const client = await initialized({ files: files() })
    await client.open(uriOf('tests.md'), TESTS)
    await client.open(uriOf('specs/lamps.md'), LAMPS)
    await client.pull(uriOf('tests.md'))
    await client.pull(uriOf('specs/lamps.md'))
    const before = client.inbox.refreshed.length
    const at = { line: 2, character: 17 }
    await client.change(uriOf('specs/lamps.md'), { start: at, end: at }, 'big ')
    await client.pull(uriOf('specs/lamps.md'))
    await client.pull(uriOf('tests.md'))
    expect(client.inbox.refreshed.length).toBe(before)
  })
})

describe('folders that hold specs', () => {
  const other = 'file:///other'

  it('are watched by their names, those too that are made or opened later, as no more is told of one that goes', async () => {
    const files = filesOf(FILES)
    const client = await onWorkspace(files)
    const watched = (pattern: string) =>
      client.inbox.until(() =>
        client.inbox.registered.find((message) => JSON.stringify(message).includes(`"${pattern}"`)),
      )
    await watched('**/specs')
    files.set(uriOf('later/lamps.md'), LAMPS)
    await changed(client, 'later/lamps.md')
    await watched('**/{later,specs}')
    files.set(`${other}/parts/lamps.md`, LAMPS)
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: other, name: 'other' }], removed: [] },
    })
    await watched('**/{later,parts,specs}')
  })
})

describe('folders of the workspace', () => {
  it('come and go', async () => {
    const other = 'file:///other'
    const files = new Map([
      [`${other}/lamps.md`, LAMPS.replace('**REQ-001**', '**REQ-001**: x\n- **REQ-001**')],
    ])
    const client = await onWorkspace(files)
    const pull = pullWorkspace(client)
    const folder = { uri: other, name: 'other' }
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder], removed: [] },
    })
    await pull.until(() => pull.told.length === 1)
    expect(pull.told[0]?.uri).toBe(`${other}/lamps.md`)
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder] },
    })
    await pull.until(() => pull.told.length === 2)
    expect(pull.told[1]?.rules).toEqual([])
  })
})
