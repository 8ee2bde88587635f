import { availableParallelism } from 'node:os'
import type { FileReading, ReadingThreads } from '../core/workspace/file-reading'
import { createWorkerPool } from './worker-pool'

/** More bring little: what they read is put into one index. Each takes some 100 MB. */
const MOST = 3

/** Megabytes: ten times what the largest file that is read needs. A thread that needs more ends, and its file is read without it. */
const HEAP = 512

/**
 * Threads that read files for the index; `undefined` where they would bring nothing.
 *
 * @param entry the program of the server: in a thread it answers with what the index is to hold of a file
 * @param processors of this machine: threads of a single one would wait for each other
 */
export function startIndexThreads(
  entry: URL,
  processors = availableParallelism(),
): ReadingThreads | undefined {
  if (processors < 2) return undefined
  const pool = createWorkerPool<string, FileReading>(
    {
      entry,
      options: {
        // Not into that of the process, which carries the protocol.
        stdout: true,
        resourceLimits: { maxOldGenerationSizeMb: HEAP },
      },
    },
    Math.min(MOST, processors),
  )
  return {
    read: (uri) => pool.run(uri),
    close() {
      // They are ended: that something is left to be answered is nobody's business any more.
      pool.close().catch(() => undefined)
    },
  }
}
