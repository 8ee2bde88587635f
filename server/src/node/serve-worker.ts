import { parentPort } from 'node:worker_threads'
import type { WorkerAnswer, WorkerError, WorkerRequest } from './worker-thread'

/**
 * Answers the requests that this thread is asked, one at a time and in their order.
 *
 * @param answer what it throws rejects the request
 * @throws {Error} outside of a worker thread
 */
export function serveWorker<Request, Answer>(answer: (request: Request) => Promise<Answer> | Answer): void {
  const port = parentPort
  if (port === null) throw new Error('This program runs in a worker thread only.')
  let last: Promise<void> = Promise.resolve()
  port.on('message', ({ id, request }: WorkerRequest<Request>) => {
    const send = (message: WorkerAnswer<Answer>) => port.postMessage(message)
    const work = async () => {
      try {
        send({ id, answer: await answer(request) })
      } catch (error) {
        send({ id, error: plain(error) })
      }
    }
    last = last.then(work)
  })
}

function plain(error: unknown): WorkerError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
  return { name, message, ...(stack === undefined ? {} : { stack }) }
}
