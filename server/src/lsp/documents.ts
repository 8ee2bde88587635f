import type { Connection, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'
import { canonicalUri } from './canonical-uri'
import type { Guard } from './errors'
import { describe, invalidParams, requestFailed } from './errors'
import { TextDocumentSaveReason, TextDocuments } from './library'
import type { Log } from './log'

/** Versions of files that an editor shows beside the file: sides of a diff, history, previews. None is a document of its own. */
const COPY_SCHEMES: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'gitlens',
  'git-commit',
  'scm-history-item',
  'vscode-local-history',
  'pr',
  'review',
  'svn',
  'hg',
  'chat-editing-snapshot-text-model',
  'chat-editing-text-model',
])

/** The open Markdown documents, by their canonical URIs. Each version is an object of its own that later edits do not touch. */
export interface Documents {
  /** By any spelling of its URI. `undefined` for one that is not open, not Markdown, or a copy such as a side of a diff. */
  get(uri: string): TextDocument | undefined
  all(): readonly TextDocument[]
  /** The URI of a document as the client writes it. */
  clientUri(uri: string): string
  /** Called when one is opened or its text changes. */
  onChange(listener: (uri: string) => void): void
  /**
   * Called before one is saved because a person wants it to be, not by a timer in which they may be typing; what is given is
   * saved with it.
   */
  onWillSave(listener: (document: TextDocument) => Promise<TextEdit[]>): void
  onSave(listener: (uri: string) => void): void
  onClose(listener: (uri: string) => void): void
}

/** @throws {ResponseError} InvalidParams where the value has no URI. */
export function uriOf(identifier: unknown): string {
  if (typeof identifier === 'object' && identifier !== null && 'uri' in identifier) {
    if (typeof identifier.uri === 'string') return identifier.uri
  }
  throw invalidParams('A text document with a URI is expected.')
}

/** @throws {ResponseError} RequestFailed where it is not open, or no Markdown. */
export function openDocument(documents: Documents, uri: string): TextDocument {
  const document = documents.get(uri)
  if (document === undefined) throw requestFailed(`${uri} is not an open Markdown document.`)
  return document
}

export function trackDocuments(connection: Connection, guard: Guard, log: Log): Documents {
  /** By canonical URI, those by which the client knows its documents. */
  const clientUris = new Map<string, string>()
  /** By the last version of a document, what its edits are made in: it counts its lines once, and is handed out to nobody. */
  const edited = new WeakMap<TextDocument, TextDocument>()
  const open = new TextDocuments<TextDocument>({
    create(uri, languageId, version, text) {
      const canonical = canonicalUri(uri)
      clientUris.set(canonical, uri)
      return TextDocument.create(canonical, languageId, version, text)
    },
    // A new one: an analysis of the version before may still be running.
    update(document, changes, version) {
      const { uri, languageId, version: before } = document
      // Its edits would be refused, or put into another text: whoever reads the log should know of whom.
      if (version <= before) log('warn', `${uri}: the client sent version ${version} after ${before}.`)
      const draft = edited.get(document) ?? TextDocument.create(uri, languageId, before, document.getText())
      const text = TextDocument.update(draft, changes, version).getText()
      const now = TextDocument.create(uri, languageId, version, text)
      edited.set(now, draft)
      return now
    },
  })
  open.listen({
    onDidOpenTextDocument: (handler) =>
      connection.onDidOpenTextDocument(guard.notification('textDocument/didOpen', handler)),
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument(guard.notification('textDocument/didChange', handler)),
    onDidCloseTextDocument: (handler) =>
      connection.onDidCloseTextDocument(guard.notification('textDocument/didClose', handler)),
    onWillSaveTextDocument: (handler) => connection.onWillSaveTextDocument(handler),
    onWillSaveTextDocumentWaitUntil: (handler) => connection.onWillSaveTextDocumentWaitUntil(handler),
    onDidSaveTextDocument: (handler) =>
      connection.onDidSaveTextDocument(guard.notification('textDocument/didSave', handler)),
  })
  return {
    get: (uri) => served(open.get(clientUris.get(canonicalUri(uri)) ?? uri)),
    clientUri: (uri) => clientUris.get(uri) ?? uri,
    all: () => open.all().filter((document) => served(document) !== undefined),
    onChange: (listener) =>
      void open.onDidChangeContent(({ document }) => served(document) && listener(document.uri)),
    onWillSave: (listener) =>
      void open.onWillSaveWaitUntil(async ({ document, reason }) => {
        if (served(document) === undefined || reason === TextDocumentSaveReason.AfterDelay) return []
        return listener(document).catch((error: unknown) => {
          log('error', `Before saving ${document.uri}: ${describe(error)}`)
          return []
        })
      }),
    onSave: (listener) => void open.onDidSave(({ document }) => served(document) && listener(document.uri)),
    onClose: (listener) => void open.onDidClose(({ document }) => served(document) && listener(document.uri)),
  }
}

function served(document: TextDocument | undefined): TextDocument | undefined {
  if (document?.languageId !== 'markdown') return undefined
  return COPY_SCHEMES.has(URI.parse(document.uri).scheme) ? undefined : document
}
