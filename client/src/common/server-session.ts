import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createRestartPolicy } from './restart-policy'
import type { ServerEvents, ServerTellings } from './server-client'

const NOT_STARTED = 'The server did not start.'

/** Loads what talks to the server, and makes a client that is not yet started. */
export type ClientLoader = (log: LogOutputChannel, events: ServerEvents) => Promise<BaseLanguageClient>

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

/** Starts the server. @param told called with what it says */
export function startServerSession(
  load: ClientLoader,
  log: LogOutputChannel,
  told: ServerTellings,
): ServerSession {
  const changed = new EventEmitter<ServerState>()
  const policy = createRestartPolicy(Date.now)
  let state: ServerState = { kind: 'starting' }
  let generation = 0
  let client = open()

  /** A client of its own for each restart: one whose start failed cannot be started again. */
  async function open(): Promise<BaseLanguageClient> {
    const own = ++generation
    let reason: string | undefined = NOT_STARTED
    return load(log, {
      onStatus: (status) => own === generation && told.onStatus(status),
      onSpecs: (change) => own === generation && told.onSpecs(change),
      onSpecsWithErrors: (count) => own === generation && told.onSpecsWithErrors(count),
      onPreview: (params) => own === generation && told.onPreview(params),
      onState(kind) {
        if (own !== generation) return
        // Stopped between a crash and the restart that follows it counts as starting.
        if (kind !== 'stopped') state = { kind }
        else state = reason === undefined ? { kind: 'starting' } : { kind, reason }
        changed.fire(state)
      },
      onCrash() {
        reason = policy.crashed() ? undefined : policy.reason
        return reason
      },
    })
  }

  async function running(): Promise<BaseLanguageClient> {
    const opened = await client
    await opened.start()
    return opened
  }

  async function start(): Promise<void> {
    const own = generation
    try {
      await running()
    } catch (error) {
      log.error(`The server did not start: ${String(error)}`)
      // A client that could not be loaded has no state of its own to tell.
      if (own !== generation || state.kind === 'stopped') return
      state = { kind: 'stopped', reason: NOT_STARTED }
      changed.fire(state)
    }
  }

  const end = (ended: Promise<BaseLanguageClient>) =>
    ended
      .then((opened) => opened.dispose())
      .catch((error: unknown) => log.debug(`Stopping the server: ${String(error)}`))

  void start()
  return {
    get state() {
      return state
    },
    onDidChangeState: changed.event,
    client: running,
    async restart() {
      policy.reset()
      const before = client
      client = open()
      await end(before)
      await start()
    },
    dispose() {
      changed.dispose()
      void end(client)
    },
  }
}
