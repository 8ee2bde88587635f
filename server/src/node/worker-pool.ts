import { createWorkerThread, type WorkerProgram } from './worker-thread'

/** Threads that run the same program, which calls `serveWorker`. */
export interface WorkerPool<Request, Answer> {
  /** Asks the thread with the fewest requests; see `WorkerThread.run`. Requests are not held back: the caller bounds them. */
  run(request: Request): Promise<Answer>
  /** Ends all threads; what has not been answered is rejected. */
  close(): Promise<void>
}

/** @param size threads at most; each is started when it is first asked */
export function createWorkerPool<Request, Answer>(
  program: WorkerProgram,
  size: number,
): WorkerPool<Request, Answer> {
  const threads = Array.from({ length: size }, () => createWorkerThread<Request, Answer>(program))
  return {
    run(request) {
      const [first, ...others] = threads
      if (first === undefined) return Promise.reject(new Error('There are no worker threads.'))
      return others.reduce((best, other) => (other.pending < best.pending ? other : best), first).run(request)
    },
    async close() {
      await Promise.all(threads.map((thread) => thread.close()))
    },
  }
}
