import { readFileSync } from 'node:fs'
import { PassThrough } from 'node:stream'
import { onTestFinished } from 'vitest'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type DocumentDiagnosticReport,
  FoldingRangeKind,
  type InitializeResult,
  MarkupKind,
  type ProtocolConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  SymbolTag,
  TokenFormat,
} from 'vscode-languageserver/node'
import type { SpecHost, SpecService } from '../../../src/core/service'
import { createServerConnection } from '../../../src/lsp/connection'
import type { InitializationOptions } from '../../../src/lsp/protocol'
import { startServer } from '../../../src/lsp/server'
import { createInbox, type Inbox } from './inbox'

const TEMPLATE = new URL('../../../../templates/spec.md', import.meta.url)

export const FOLDER = 'file:///work'

/** What an editor of today says it can do. */
export const MODERN: ClientCapabilities = {
  window: { showDocument: { support: true } },
  workspace: {
    workspaceFolders: true,
    symbol: {},
    fileOperations: { willRename: true },
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
  },
  textDocument: {
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    hover: { contentFormat: [MarkupKind.Markdown] },
    definition: {},
    references: {},
    implementation: {},
    typeHierarchy: {},
    rename: { prepareSupport: true },
    codeLens: {},
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      tagSupport: { valueSet: [SymbolTag.Deprecated] },
      labelSupport: true,
    },
    foldingRange: { lineFoldingOnly: true, foldingRangeKind: { valueSet: [FoldingRangeKind.Comment] } },
    selectionRange: {},
    documentHighlight: {},
    documentLink: {},
    onTypeFormatting: {},
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    diagnostic: { relatedInformation: true, codeDescriptionSupport: true },
    semanticTokens: {
      requests: { full: { delta: true }, range: true },
      formats: [TokenFormat.Relative],
      tokenTypes: [],
      tokenModifiers: [],
    },
  },
}

export interface TestOptions {
  readonly capabilities?: ClientCapabilities
  readonly options?: InitializationOptions
  /** Files that the server can read, by URI; a test may change them. */
  readonly files?: Map<string, string>
  /** In place of one that has these files only. */
  readonly host?: Omit<SpecHost, 'log'>
  /** URI of the folder that is open. */
  readonly folder?: string
  /** Settings under `specmark`, or whatever section is asked for. */
  readonly settings?: (item: { readonly section?: string }) => unknown
  readonly createService?: (host: SpecHost) => SpecService
  /** ID of a request that counts as answered before it comes. The first that is sent has 0. */
  readonly answered?: number
}

export interface TestClient {
  readonly connection: ProtocolConnection
  readonly inbox: Inbox
  /** Settles with the exit code once the server would end its process. */
  readonly exited: Promise<number>
  initialize(): Promise<InitializeResult>
  open(uri: string, text: string, languageId?: string): Promise<void>
  /** One incremental change. `version` counts up by itself. */
  change(uri: string, range: Range, text: string): Promise<void>
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>
}

/** A client and a server that talk over streams in memory, not yet initialized. */
export function connect(options: TestOptions = {}): TestClient {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  let exit: (code: number) => void = () => undefined
  const exited = new Promise<number>((resolve) => {
    exit = resolve
  })
  const { connection: serverSide } = createServerConnection(
    new StreamMessageReader(toServer),
    new StreamMessageWriter(toClient),
    exit,
    options.answered,
  )
  startServer(serverSide, options.host ?? hostOf(options), options.createService)
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )
  const inbox = createInbox(connection, options.settings ?? (() => null))
  connection.listen()
  onTestFinished(async () => {
    // In order, so that nothing is still under way when the streams go: a rejection then would fail some other test.
    await connection.sendRequest('shutdown').catch(() => undefined)
    await connection.sendNotification('exit')
    await exited
    connection.dispose()
    serverSide.dispose()
  })
  return { connection, inbox, exited, ...conversation(connection, options) }
}

/** A client and a server that talk over streams in memory. */
export async function initialized(options: TestOptions = {}): Promise<TestClient> {
  const client = connect(options)
  await client.initialize()
  await client.connection.sendNotification('initialized', {})
  return client
}

/** A host that has these files only. */
export function hostOf(options: TestOptions): Omit<SpecHost, 'log'> {
  return {
    templates: [{ uri: TEMPLATE.href, text: readFileSync(TEMPLATE, 'utf8') }],
    today: () => '2026-03-01',
    readFile: async (uri) => options.files?.get(uri),
    exists: async (uri) => options.files?.has(uri) ?? true,
    findFiles: async (folder) =>
      [...(options.files?.keys() ?? [])]
        .filter((uri) => uri.endsWith('.md') && uri.startsWith(`${folder}/`))
        .sort(),
  }
}

function conversation(connection: ProtocolConnection, options: TestOptions) {
  const versions = new Map<string, number>()
  return {
    initialize: () =>
      connection.sendRequest<InitializeResult>('initialize', {
        processId: null,
        rootUri: options.folder ?? FOLDER,
        workspaceFolders: [{ uri: options.folder ?? FOLDER, name: 'work' }],
        capabilities: options.capabilities ?? MODERN,
        initializationOptions: options.options ?? { progress: true },
      }),
    open(uri: string, text: string, languageId = 'markdown') {
      versions.set(uri, 1)
      return connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version: 1, text },
      })
    },
    change(uri: string, range: Range, text: string) {
      const version = (versions.get(uri) ?? 0) + 1
      versions.set(uri, version)
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      })
    },
    pull: (uri: string, previousResultId?: string) =>
      connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      }),
  }
}
