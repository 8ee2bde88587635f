import { Worker, type WorkerOptions } from 'node:worker_threads'

/** What a thread is asked, and what it answers; `serveWorker` is the other end. */
export interface WorkerRequest<Request> {
  readonly id: number
  readonly request: Request
}

export type WorkerAnswer<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: WorkerError }

/** An error, as plain data: cloned, some lose their message. */
export type WorkerError = Pick<Error, 'name' | 'message' | 'stack'>

/** A program, and what it is started with. */
export interface WorkerProgram {
  /** Its file, or its text with `eval` among the options. */
  readonly entry: URL | string
  readonly options?: WorkerOptions
}

/** The thread had no memory left. */
export class MemoryFull extends Error {
  /** @param isCause whether it was at this very request, and not at one that was asked before */
  constructor(
    message: string,
    readonly isCause: boolean,
  ) {
    super(message)
  }
}

/** One thread that answers requests in their order. It is started by the first, and keeps no process alive that waits for none. */
export interface WorkerThread<Request, Answer> {
  /** Requests that have not been answered. */
  readonly pending: number
  /**
   * Both ways, structured clones are handed over. Rejects with the message of what the other end threw; with a sentence where the thread
   * cannot be started or has ended: a `MemoryFull` where that was why. The request after that starts another.
   */
  run(request: Request): Promise<Answer>
  /** Ends the thread; what has not been answered is rejected. */
  close(): Promise<void>
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

export function createWorkerThread<Request, Answer>(program: WorkerProgram): WorkerThread<Request, Answer> {
  const waiting = new Map<number, Waiting<Answer>>()
  let worker: Worker | undefined
  let isClosed = false
  let lastId = 0

  function settle(message: WorkerAnswer<Answer>): void {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (waiting.size === 0) worker?.unref()
    if ('error' in message) asked?.reject(Object.assign(new Error(), message.error))
    else asked?.resolve(message.answer)
  }

  function fail(reason: string, isFull: boolean): void {
    const asked = [...waiting.values()]
    waiting.clear()
    const message = `A worker thread has ended: ${reason}`
    for (const [place, { reject }] of asked.entries())
      reject(isFull ? new MemoryFull(message, place === 0) : new Error(message))
  }

  function start(): Worker {
    const started = new Worker(program.entry, program.options)
    const lost = (reason: string, isFull = false) => {
      if (worker !== started) return
      worker = undefined
      fail(reason, isFull)
    }
    started.on('message', settle)
    started.on('messageerror', (error) => {
      // Whose answer it was cannot be told.
      lost(error.message)
      void started.terminate()
    })
    started.on('error', (error: unknown) => {
      const isFull = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      lost(error instanceof Error ? error.message : String(error), isFull)
    })
    started.on('exit', (code) => lost(`exit code ${code}.`))
    return started
  }

  return {
    get pending() {
      return waiting.size
    },
    run(request) {
      if (isClosed) return Promise.reject(new Error('The worker threads are closed.'))
      const id = ++lastId
      return new Promise((resolve, reject) => {
        worker ??= start()
        worker.ref()
        waiting.set(id, { resolve, reject })
        try {
          worker.postMessage({ id, request } satisfies WorkerRequest<Request>)
        } catch (error) {
          waiting.delete(id)
          reject(error)
        }
        if (waiting.size === 0) worker.unref()
      })
    },
    async close() {
      isClosed = true
      const ending = worker
      worker = undefined
      fail('it was closed.', false)
      await ending?.terminate()
    },
  }
}
