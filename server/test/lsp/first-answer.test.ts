import { describe, expect, it } from 'vitest'
import type { InitializeParams } from 'vscode-languageserver'
import { firstAnswer } from '../../src/lsp/first-answer'
import { connect, MODERN } from './support/test-client'

const OWN = { ownCommands: true, ownMarkdown: true, ownEnter: true, progress: true, commandLinks: true }

const CLIENTS: readonly (readonly [string, Partial<InitializeParams>])[] = [
  ['of today', { capabilities: MODERN }],
  ['that can do nothing', { capabilities: {} }],
  ['that has commands and Markdown of its own', { capabilities: MODERN, initializationOptions: OWN }],
  [
    'that waits with a save',
    { capabilities: { textDocument: { synchronization: { willSaveWaitUntil: true } } } },
  ],
  ['that knows folders', { capabilities: { workspace: { workspaceFolders: true } } }],
  [
    'that has folders open',
    { capabilities: MODERN, workspaceFolders: [{ uri: 'file:///work', name: 'work' }] },
  ],
  [
    'that gives null for options',
    { capabilities: MODERN, initializationOptions: null, workspaceFolders: null },
  ],
  ['that traces', { capabilities: MODERN, trace: 'verbose', locale: 'de' }],
]

const initialize = (params: unknown) => ({ jsonrpc: '2.0', id: 1, method: 'initialize', params })

describe('the answer that is given before the server is loaded', () => {
  it.each(CLIENTS)('is what the server answers: a client %s', async (_, given) => {
    const params = { processId: null, rootUri: null, ...given }
    const answered = await connect().connection.sendRequest('initialize', params)
    expect(firstAnswer(initialize(params))).toEqual({ jsonrpc: '2.0', id: 1, result: answered })
  })

  it('bears the ID of the request, a string too', () => {
    const message = { ...initialize({ capabilities: {} }), id: 'a' }
    expect(firstAnswer(message)).toMatchObject({ id: 'a' })
  })

  it.each([
    ['no object', 'initialize'],
    ['nothing', undefined],
    ['a batch', [initialize({ capabilities: {} })]],
    ['another request', { jsonrpc: '2.0', id: 1, method: 'shutdown' }],
    ['a notification', { jsonrpc: '2.0', method: 'initialize', params: { capabilities: {} } }],
    ['another protocol', { id: 1, method: 'initialize', params: { capabilities: {} } }],
    ['one without parameters', initialize(undefined)],
    ['one without capabilities', initialize({ processId: null })],
    ['one whose folders are no list', initialize({ capabilities: {}, workspaceFolders: 5 })],
    ['one whose folders are none', initialize({ capabilities: {}, workspaceFolders: [3, null] })],
    ['one with a folder that has no URI', initialize({ capabilities: {}, workspaceFolders: [{ uri: 5 }] })],
  ])('is none where the first message is %s', (_, message) => {
    expect(firstAnswer(message)).toBeUndefined()
  })
})
