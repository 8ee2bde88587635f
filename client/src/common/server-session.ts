import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode'
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from 'vscode-languageclient'
import { type DocumentStatus, type InitializationOptions, METHODS } from '../../../server/src/lsp/protocol'
import { documentSelector } from './documents'
import { createRestartPolicy } from './restart-policy'

/** Makes the client for a server of this platform. It shows no notification by itself. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient

export type ServerState =
  | { readonly kind: 'starting' | 'running' }
  | { readonly kind: 'stopped'; readonly reason: string }

/** The server, as long as the extension lives: started, restarted after a crash a few times, restarted on demand. */
export interface ServerSession extends Disposable {
  readonly state: ServerState
  readonly onDidChangeState: Event<ServerState>
  /** Settles when the server answers, rejects when it did not start. */
  client(): Promise<BaseLanguageClient>
  restart(): Promise<void>
}

/** Starts the server. @param onStatus called with what it says of each document. */
export function startServerSession(
  createClient: ClientFactory,
  log: LogOutputChannel,
  onStatus: (status: DocumentStatus) => void,
): ServerSession {
  const changed = new EventEmitter<ServerState>()
  const policy = createRestartPolicy(Date.now)
  let state: ServerState = { kind: 'starting' }
  let stopReason = ''
  let client = open()

  function setState(next: ServerState): void {
    state = next
    changed.fire(next)
  }

  function open(): BaseLanguageClient {
    stopReason = 'The server did not start.'
    const opened = createClient(clientOptions(log, errorHandler()))
    opened.onNotification(METHODS.progress, onStatus)
    opened.onDidChangeState(({ newState }) => {
      if (opened === client || newState !== State.Stopped) setState(asState(newState, stopReason))
    })
    return opened
  }

  function errorHandler(): ErrorHandler {
    return {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed() {
        const again = policy.crashed()
        stopReason = policy.reason
        return { action: again ? CloseAction.Restart : CloseAction.DoNotRestart, handled: true }
      },
    }
  }

  function start(): Promise<void> {
    return client.start().catch((error: unknown) => log.error(`The server did not start: ${String(error)}`))
  }

  void start()
  return {
    get state() {
      return state
    },
    onDidChangeState: changed.event,
    async client() {
      await client.start()
      return client
    },
    async restart() {
      policy.reset()
      const before = client
      // A client whose start failed cannot be started again: there is a new one each time.
      client = open()
      await before.dispose().catch((error: unknown) => log.debug(`Stopping the server: ${String(error)}`))
      await start()
    },
    dispose() {
      changed.dispose()
      client.dispose().catch(() => undefined)
    },
  }
}

function asState(state: State, reason: string): ServerState {
  if (state === State.Running) return { kind: 'running' }
  return state === State.Starting ? { kind: 'starting' } : { kind: 'stopped', reason }
}

function clientOptions(log: LogOutputChannel, errorHandler: ErrorHandler): LanguageClientOptions {
  const initializationOptions: InitializationOptions = { progress: true, ownCommands: true }
  return {
    documentSelector: documentSelector(),
    diagnosticPullOptions: { onChange: true },
    initializationOptions,
    initializationFailedHandler: () => false,
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
  }
}
