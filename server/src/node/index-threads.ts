import { availableParallelism } from 'node:os'
import type { FileReading, ReadingThreads } from '../core/workspace/file-reading'
import { INDEX_THREAD } from './index-thread-argument'
import { createWorkerPool } from './worker-pool'
import { MemoryFull } from './worker-thread'

/** More bring little: what they read is put into one index. Each takes some 100 MB. */
const MOST = 3

/** Megabytes: ten times what the largest file that is read needs. At a file that needs more, its thread ends. */
const HEAP = 512

/** Files that may end a thread. After more of them it is not the files: there is too little memory. */
const MOST_HEAVY = 3

/** Not read without a thread either: it would end the process that everything hangs on. */
const HEAVY = { leftOut: 'reading it takes too much memory.', readFrom: undefined }

/**
 * Threads that read files for the index; `undefined` where they would bring nothing.
 *
 * @param entry the program of the server: in a thread it answers with what the index is to hold of a file
 * @param processors of this machine: threads of a single one would wait for each other
 */
export function startIndexThreads(
  entry: URL,
  processors = availableParallelism(),
  heap = HEAP,
): ReadingThreads | undefined {
  if (processors < 2) return undefined
  const pool = createWorkerPool<string, FileReading>(
    {
      entry,
      options: {
        argv: [INDEX_THREAD],
        // Not into that of the process, which carries the protocol.
        stdout: true,
        resourceLimits: { maxOldGenerationSizeMb: heap },
      },
    },
    Math.min(MOST, processors),
  )
  let heavy = 0

  async function read(uri: string): Promise<FileReading> {
    try {
      return await pool.run(uri)
    } catch (error) {
      if (!(error instanceof MemoryFull)) throw error
      if (error.isCause) heavy++
      if (heavy > MOST_HEAVY) throw error
      return error.isCause ? HEAVY : read(uri)
    }
  }

  return {
    read,
    close() {
      // They are ended: that something is left to be answered is nobody's business any more.
      pool.close().catch(() => undefined)
    },
  }
}
