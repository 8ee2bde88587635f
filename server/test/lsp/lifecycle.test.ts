import { describe, expect, it } from 'vitest'
import { ErrorCodes } from 'vscode-languageserver/node'
import { README, SPEC_URI } from './support/documents'
import { connect, initialized, MODERN } from './support/test-client'

describe('initialize', () => {
  it('offers a client of today everything', async () => {
    const { capabilities, serverInfo } = await connect().initialize()
    expect(serverInfo?.name).toBe('specmark')
    expect(capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      completionProvider: {
        triggerCharacters: ['[', '-', '*', '|', ':', '#', '(', '/'],
        resolveProvider: true,
      },
      hoverProvider: true,
      codeLensProvider: {},
      documentSymbolProvider: { label: 'Specmark' },
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: true },
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      documentHighlightProvider: true,
      documentLinkProvider: { resolveProvider: false },
      documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
      semanticTokensProvider: { full: { delta: true }, range: true },
      executeCommandProvider: {
        commands: ['specmark.toggleCheckbox', 'specmark.moveStatus', 'specmark.revealPosition'],
      },
    })
  })

  it('offers a client that knows nothing only its text synchronization', async () => {
    const { capabilities } = await connect({ capabilities: {} }).initialize()
    expect(Object.keys(capabilities).sort()).toEqual(['positionEncoding', 'textDocumentSync'])
  })

  it('has a client that is not told of other files ask again by itself', async () => {
    const { diagnostics: _, ...workspace } = MODERN.workspace ?? {}
    const { capabilities } = await connect({ capabilities: { ...MODERN, workspace } }).initialize()
    expect(capabilities.diagnosticProvider).toMatchObject({ interFileDependencies: true })
  })

  it('says in the log what the client does not know', async () => {
    const client = await initialized({ capabilities: {} })
    const line = await client.inbox.until(() =>
      client.inbox.logged.find(({ message }) => message.includes('semantic tokens')),
    )
    expect(line.message).toBe('The client knows no semantic tokens: not offered.')
    await expect(client.connection.sendRequest('textDocument/diagnostic', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    })
  })

  it('advertises no command to a client that registers them itself', async () => {
    const { capabilities } = await connect({ options: { ownCommands: true } }).initialize()
    expect(capabilities.executeCommandProvider).toBeUndefined()
  })

  it('is refused a second time', async () => {
    const client = await initialized()
    await expect(client.initialize()).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest })
  })
})

describe('messages out of order', () => {
  it('refuses a request before initialize', async () => {
    const client = connect()
    await expect(client.pull(SPEC_URI)).rejects.toMatchObject({ code: ErrorCodes.ServerNotInitialized })
  })

  it('ignores a document opened before initialize', async () => {
    const client = connect()
    await client.open(SPEC_URI, README)
    await client.initialize()
    expect(await client.pull(SPEC_URI)).toEqual({ kind: 'full', items: [] })
  })

  it('ignores a change and a close of a document that was never opened', async () => {
    const client = await initialized()
    const start = { line: 0, character: 0 }
    await client.change(SPEC_URI, { start, end: start }, 'x')
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } })
    expect(await client.pull(SPEC_URI)).toEqual({ kind: 'full', items: [] })
  })

  it('refuses an unknown request', async () => {
    const client = await initialized()
    await expect(client.connection.sendRequest('specmark/unheardOf', {})).rejects.toMatchObject({
      code: ErrorCodes.MethodNotFound,
    })
  })

  it('refuses a request after shutdown', async () => {
    const client = await initialized()
    await client.connection.sendRequest('shutdown')
    await expect(client.pull(SPEC_URI)).rejects.toMatchObject({ code: ErrorCodes.InvalidRequest })
  })
})

describe('exit', () => {
  it('ends with code 0 after a shutdown', async () => {
    const client = await initialized({ capabilities: MODERN })
    await client.connection.sendRequest('shutdown')
    await client.connection.sendNotification('exit')
    expect(await client.exited).toBe(0)
  })

  it('ends with code 1 without one', async () => {
    const client = await initialized()
    await client.connection.sendNotification('exit')
    expect(await client.exited).toBe(1)
  })
})
