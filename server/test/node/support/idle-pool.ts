import { parentPort, workerData } from 'node:worker_threads'
import { createWorkerPool } from '../../../src/node/worker-pool'
import type { WorkerProgram } from '../../../src/node/worker-thread'
import type { Wish } from './echo-worker'

/** Asks a pool once, and never closes it. */
const pool = createWorkerPool<Wish, unknown>(workerData as WorkerProgram, 1)
pool.run({ do: 'say', what: 'done' }).then((answer) => parentPort?.postMessage(answer))
