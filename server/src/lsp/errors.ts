import type { CancellationToken, Connection } from 'vscode-languageserver'
import { ErrorCodes, LSPErrorCodes, ResponseError } from './library'
import type { Log } from './log'

/** A request that the server refuses with a reason for a person; the client may show it. */
export function requestFailed(message: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, message)
}

export function invalidParams(message: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidParams, message)
}

/** Where the server stands in its life; requests are answered only while it runs. */
export interface Lifecycle {
  /** @throws {ResponseError} InvalidRequest when it was started before. */
  start(): void
  shutDown(): void
  /** @throws {ResponseError} ServerNotInitialized or InvalidRequest unless it runs. */
  demandRunning(method: string): void
}

export function createLifecycle(): Lifecycle {
  let phase: 'new' | 'running' | 'down' = 'new'
  return {
    start() {
      if (phase !== 'new')
        throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.')
      phase = 'running'
    },
    shutDown() {
      phase = 'down'
    },
    demandRunning(method) {
      if (phase === 'new') {
        throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} came before initialize.`)
      }
      if (phase === 'down')
        throw new ResponseError(ErrorCodes.InvalidRequest, `${method} came after shutdown.`)
    },
  }
}

export type RequestHandler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>

/** The one place where what goes wrong becomes a protocol error. */
export interface Guard {
  request<P, R>(
    method: string,
    handler: RequestHandler<P, R>,
  ): (params: P, token: CancellationToken) => Promise<R>
  notification<P>(method: string, handler: (params: P) => void | Promise<void>): (params: P) => Promise<void>
}

export function createGuard(lifecycle: Lifecycle, log: Log): Guard {
  return {
    request: (method, handler) => async (params, token) => {
      try {
        lifecycle.demandRunning(method)
        demandWanted(token)
        return await unlessCancelled(token, async () => handler(params, token))
      } catch (error) {
        throw asResponseError(method, error, log)
      }
    },
    notification: (method, handler) => async (params) => {
      try {
        await handler(params)
      } catch (error) {
        log('error', `${method}: ${describe(error)}`)
      }
    },
  }
}

/** Answers requests that no handler was registered for as the server's phase demands. */
export function refuseUnknownRequests(connection: Connection, lifecycle: Lifecycle, log: Log): void {
  connection.onRequest((method) => {
    try {
      lifecycle.demandRunning(method)
      throw new ResponseError(ErrorCodes.MethodNotFound, `Unhandled method ${method}`)
    } catch (error) {
      throw asResponseError(method, error, log)
    }
  })
}

/** The error's stack where it has one: a log without it sends its reader guessing. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

function demandWanted(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled()
}

function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

/** An answer, or that it was cancelled as soon as it was: what it waits for may be a disk that never answers. */
async function unlessCancelled<R>(token: CancellationToken, answer: () => Promise<R>): Promise<R> {
  let stop: () => void = () => undefined
  const stopped = new Promise<never>((_, reject) => {
    const listening = token.onCancellationRequested(() => reject(cancelled()))
    stop = () => listening.dispose()
  })
  try {
    const result = await Promise.race([answer(), stopped])
    demandWanted(token)
    return result
  } finally {
    stop()
  }
}

/** Errors that come of normal use: a person has changed their mind, or is told why something cannot be done. */
const USUAL: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.RequestFailed])

function asResponseError(method: string, error: unknown, log: Log): ResponseError<unknown> {
  if (error instanceof ResponseError) {
    log(USUAL.has(error.code) ? 'debug' : 'warn', `${method}: ${error.message}`)
    return error
  }
  log('error', `${method}: ${describe(error)}`)
  const message = error instanceof Error ? error.message : String(error)
  return new ResponseError(ErrorCodes.InternalError, `${method} failed: ${message}`)
}
