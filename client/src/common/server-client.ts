import { type CodeLens, extensions, type LogOutputChannel } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient'
import {
  COMMANDS,
  type DocumentStatus,
  type InitializationOptions,
  METHODS,
  type PreviewFactsParams,
  type SpecsChange,
} from '../../../server/src/lsp/protocol'
import { documentSelector } from './documents'
import { saveMovedLinks } from './save-moved-links'
import { inert } from './words'

/** Makes the library's client for a server of this platform. It is to show no notification by itself. */
export type LibraryClient = (options: LanguageClientOptions) => BaseLanguageClient

/** What the server says unasked. */
export interface ServerTellings {
  onStatus(status: DocumentStatus): void
  onSpecs(change: SpecsChange): void
  onSpecsWithErrors(count: number): void
  onPreview(params: PreviewFactsParams): void
}

export interface ServerEvents extends ServerTellings {
  onState(state: 'starting' | 'running' | 'stopped'): void
  /** The server has crashed: `undefined` to start it again, else why not, a sentence. */
  onCrash(): string | undefined
}

/**
 * A client set up for Specmark's server, not yet started. Loads the library, which takes longer than all else here.
 *
 * @param cacheFolder URI of where the server may keep what it has read
 */
export function createServerClient(
  create: LibraryClient,
  cacheFolder: string,
  log: LogOutputChannel,
  events: ServerEvents,
): BaseLanguageClient {
  const client = create(clientOptions(cacheFolder, log, events))
  client.onNotification(METHODS.progress, events.onStatus)
  client.onNotification(METHODS.specsChanged, events.onSpecs)
  client.onNotification(METHODS.specsWithErrors, events.onSpecsWithErrors)
  client.onNotification(METHODS.previewFacts, events.onPreview)
  client.onDidChangeState(({ newState }) => events.onState(nameOf(newState)))
  return client
}

function clientOptions(
  cacheFolder: string,
  log: LogOutputChannel,
  events: ServerEvents,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    progress: true,
    ownCommands: true,
    ownEnter: true,
    commandLinks: true,
    cacheFolder,
    // A person may have turned it off.
    ownMarkdown: extensions.getExtension('vscode.markdown-language-features') !== undefined,
  }
  return {
    documentSelector: documentSelector(),
    diagnosticPullOptions: { onChange: true },
    middleware: {
      provideCodeLenses: async (document, token, next) => inertLenses(await next(document, token)),
      workspace: { willRenameFiles: saveMovedLinks },
    },
    initializationOptions,
    // Links of hovers to these commands work, and to no others: hovers quote documents.
    markdown: { isTrusted: { enabledCommands: [COMMANDS.toggleCheckbox] } },
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler: {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        const message = events.onCrash()
        if (message === undefined) return { action: CloseAction.Restart, handled: true }
        return { action: CloseAction.DoNotRestart, handled: true, message }
      },
    },
  }
}

/** Their titles quote items of the document. */
function inertLenses(lenses: CodeLens[] | null | undefined): CodeLens[] | null | undefined {
  for (const { command } of lenses ?? []) if (command) command.title = inert(command.title)
  return lenses
}

function nameOf(state: State): 'starting' | 'running' | 'stopped' {
  if (state === State.Running) return 'running'
  return state === State.Starting ? 'starting' : 'stopped'
}
