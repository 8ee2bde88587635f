import { describe, expect, it } from 'vitest'
import {
  CancellationTokenSource,
  type CodeAction,
  ErrorCodes,
  LSPErrorCodes,
} from 'vscode-languageserver/node'
import { createSpecService, type SpecHost, type SpecService } from '../../src/core/service'
import { rangeOf, rulesOf, SPEC, SPEC_URI } from './support/documents'
import { initialized, type TestClient } from './support/test-client'

const AT_START = { line: 0, character: 0 }

const AT_A_POSITION: readonly string[] = [
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/documentHighlight',
  'textDocument/onTypeFormatting',
]
const OF_A_DOCUMENT: readonly string[] = [
  'textDocument/codeLens',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/documentLink',
]

describe('positions', () => {
  it.each([
    ['negative', { line: -1, character: 0 }],
    ['broken', { line: 0.5, character: 0 }],
    ['a text', { line: 'one', character: 0 }],
    ['missing', undefined],
  ])('that are %s are refused', async (_, position) => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    for (const method of AT_A_POSITION) {
      const asked = client.connection.sendRequest(method, { textDocument: { uri: SPEC_URI }, position })
      await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
    }
  })

  it('beyond the document have nothing', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const position = { line: 10_000, character: 7 }
    const params = { textDocument: { uri: SPEC_URI }, position }
    expect(await client.connection.sendRequest('textDocument/hover', params)).toBeNull()
    for (const method of AT_A_POSITION.slice(1)) {
      expect(await client.connection.sendRequest(method, params), method).toEqual([])
    }
  })

  it('beyond the end of a line count as its end', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const hoverAt = (character: number) =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: SPEC_URI },
        position: { line: 0, character },
      })
    const beyond = await hoverAt(10_000)
    expect(beyond).not.toBeNull()
    expect(beyond).toEqual(await hoverAt('# Specification: Lantern dimming'.length))
  })
})

describe('documents', () => {
  it('that are not open have nothing', async () => {
    const client = await initialized()
    const textDocument = { uri: SPEC_URI }
    const ask = (method: string) =>
      client.connection.sendRequest(method, { textDocument, position: AT_START })
    expect(await ask('textDocument/hover')).toBeNull()
    for (const method of [...AT_A_POSITION.slice(1), ...OF_A_DOCUMENT]) {
      expect(await ask(method), method).toEqual([])
    }
    expect(await ask('textDocument/selectionRange')).toBeNull()
    for (const part of ['full', 'full/delta', 'range']) {
      expect(await ask(`textDocument/semanticTokens/${part}`), part).toEqual({ data: [] })
    }
  })

  it('without a URI are refused', async () => {
    const client = await initialized()
    for (const method of [...AT_A_POSITION, ...OF_A_DOCUMENT, 'textDocument/semanticTokens/full']) {
      const asked = client.connection.sendRequest(method, { textDocument: {} })
      await expect(asked, method).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
    }
  })
})

/** Every request about a document; with a place in it, or without. */
const AT_PLACES = {
  'textDocument/hover': null,
  'textDocument/completion': [],
  'textDocument/definition': [],
  'textDocument/references': [],
  'textDocument/implementation': [],
  'textDocument/prepareTypeHierarchy': [],
  'textDocument/prepareRename': null,
  'textDocument/documentHighlight': [],
}

const OF_DOCUMENTS = {
  'textDocument/diagnostic': { kind: 'full', items: [] },
  'textDocument/documentSymbol': [],
  'textDocument/foldingRange': [],
  'textDocument/documentLink': [],
  'textDocument/codeLens': [],
  'textDocument/semanticTokens/full': { data: [] },
}

describe('every request', () => {
  const place = { textDocument: { uri: SPEC_URI }, position: { line: 10_000, character: 3 } }

  it('about a place outside of the text has nothing, and the next one is answered', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    for (const [method, nothing] of Object.entries(AT_PLACES))
      expect(await client.connection.sendRequest(method, place), method).toEqual(nothing)
    const range = { start: place.position, end: place.position }
    const actions = { ...place, range, context: { diagnostics: [] } }
    expect(await client.connection.sendRequest('textDocument/codeAction', actions)).toEqual([])
    const renamed = client.connection.sendRequest('textDocument/rename', { ...place, newName: 'REQ-009' })
    await expect(renamed).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed })
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('about a place that is none is refused, and the log says which', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    for (const method of Object.keys(AT_PLACES)) {
      const asked = client.connection.sendRequest(method, { ...place, position: { line: -1, character: 0 } })
      await expect(asked, method).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
      await client.inbox.until(() =>
        client.inbox.logged.find(({ type, message }) => type === 2 && message.startsWith(`${method}: `)),
      )
    }
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('about a document that was never opened has nothing', async () => {
    const client = await initialized()
    for (const [method, nothing] of Object.entries({ ...AT_PLACES, ...OF_DOCUMENTS }))
      expect(await client.connection.sendRequest(method, place), method).toEqual(nothing)
    await client.open(SPEC_URI, SPEC)
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('without anything that it needs is refused', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    for (const method of [...Object.keys(AT_PLACES), ...Object.keys(OF_DOCUMENTS)])
      await expect(client.connection.sendRequest(method, {}), method).rejects.toMatchObject({
        code: ErrorCodes.InvalidParams,
      })
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('after shutdown is refused; what it is told then is not followed', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.connection.sendRequest('shutdown')
    const start = { line: 0, character: 0 }
    await client.change(SPEC_URI, { start, end: start }, 'x')
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: SPEC_URI, type: 3 }],
    })
    for (const method of [...Object.keys(AT_PLACES), ...Object.keys(OF_DOCUMENTS), 'specmark/unheardOf'])
      await expect(client.connection.sendRequest(method, place), method).rejects.toMatchObject({
        code: ErrorCodes.InvalidRequest,
      })
  })
})

describe('a client with wrong versions', () => {
  const start = { line: 0, character: 0 }
  const change = (client: TestClient, version: number | null, text: string) =>
    client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: SPEC_URI, version },
      contentChanges: [{ text }],
    })

  it('is followed by its text where they go back, and the log says so', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await change(client, 7, SPEC)
    await change(client, 3, SPEC.replace('(REQ-002)', '(REQ-022)'))
    expect(rulesOf(await client.pull(SPEC_URI))).toContain('reference/unknown')
    expect(client.inbox.logged.filter(({ type }) => type === 2).map(({ message }) => message)).toEqual([
      `${SPEC_URI}: the client sent version 3 after 7.`,
    ])
  })

  it('is not followed where it sends none, and the log says so; the next change counts', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await change(client, null, '')
    await client.inbox.until(() =>
      client.inbox.logged.find(({ message }) => message.startsWith('textDocument/didChange: ')),
    )
    expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('reference/unknown')
    await change(client, 2, SPEC.replace('(REQ-002)', '(REQ-022)'))
    expect(rulesOf(await client.pull(SPEC_URI))).toContain('reference/unknown')
  })

  it('has a code action of another version refused', async () => {
    const client = await initialized()
    const text = SPEC.replace('(REQ-002)', '(REQ-022)')
    await client.open(SPEC_URI, text)
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: rangeOf(text, 'REQ-022'),
      context: { diagnostics: [] },
    })
    const other = { ...action, data: { ...action?.data, version: 99 } }
    await expect(client.connection.sendRequest('codeAction/resolve', other)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
    })
    expect(await client.connection.sendRequest('codeAction/resolve', action)).toHaveProperty('edit')
  })

  it('that changes and reads places outside of the text has its changes put at the end', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const far = { line: 99_999, character: 99_999 }
    await client.change(SPEC_URI, { start: far, end: far }, '\n- **REQ-009**: As REQ-010 says.\n')
    expect(rulesOf(await client.pull(SPEC_URI))).toContain('reference/unknown')
    await client.change(SPEC_URI, { start: far, end: start }, '')
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })
})

describe('a cancelled request', () => {
  it('is answered as cancelled, whether it waits or runs', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const source = new CancellationTokenSource()
    const asked = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: SPEC_URI } },
      source.token,
    )
    source.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('that was not begun costs no analysis', async () => {
    let analyses = 0
    const client = await initialized({
      createService: counting(() => {
        analyses += 1
      }),
      options: {},
    })
    const source = new CancellationTokenSource()
    void client.open(SPEC_URI, SPEC)
    const asked = [1, 2, 3].map(() =>
      client.connection
        .sendRequest('textDocument/diagnostic', { textDocument: { uri: SPEC_URI } }, source.token)
        .catch((error: unknown) => error),
    )
    source.cancel()
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    }
    expect(analyses).toBeLessThanOrEqual(2)
  })
})

describe('a fault in the service', () => {
  it('becomes an error of that request and a line in the log; the server goes on', async () => {
    let broken = true
    const client = await initialized({
      options: {},
      createService: counting(() => {
        if (broken) throw new Error('The cutter is lost.')
      }),
    })
    await client.open(SPEC_URI, SPEC)
    await expect(client.pull(SPEC_URI)).rejects.toMatchObject({
      code: ErrorCodes.InternalError,
      message: 'textDocument/diagnostic failed: The cutter is lost.',
    })
    const line = await client.inbox.until(() => client.inbox.logged.find(({ type }) => type === 1))
    expect(line.message).toContain('The cutter is lost.')
    broken = false
    expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('structure/conflict-marker')
  })
})

/** The service, with something done before each analysis. */
function counting(before: () => void): (host: SpecHost) => SpecService {
  return (host) => {
    const service = createSpecService(host)
    return {
      ...service,
      analyse: async (document) => {
        before()
        return service.analyse(document)
      },
    }
  }
}
