// Imported into a server that is measured: as it ends, tells on the third channel how long its loop was held, and what its heap holds.
import { openSync, readSync, writeSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'

const CHANNEL = 3
/** Milliseconds between two looks. */
const EVERY = 2
const MOST = 2000

/**
 * @typedef {object} ServerFigures
 * @property {readonly { at: number, held: number }[]} holds milliseconds; `at` of the clock
 * @property {number} heap bytes, after what nobody holds is gone
 */

if (isMainThread) watch()

function watch() {
  const processorTime = processorTimeOfThread()
  /** @type {{ at: number, held: number }[]} */
  const holds = []
  let last = processorTime()
  const look = () => {
    const now = processorTime()
    // What this thread has worked since the last look, without a turn of the loop: others on the machine do not count.
    if (now - last > 2 * EVERY && holds.length < MOST)
      holds.push({ at: Date.now(), held: now - last - EVERY })
    last = now
    setTimeout(look, EVERY).unref()
  }
  look()
  process.once('exit', () => writeSync(CHANNEL, JSON.stringify({ holds, heap: heapHeld() })))
}

/** Bytes. */
function heapHeld() {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

/** Of this thread, in milliseconds; by the clock where the system does not tell. */
function processorTimeOfThread() {
  try {
    const file = openSync('/proc/thread-self/schedstat', 'r')
    const bytes = Buffer.alloc(64)
    return () => {
      const length = readSync(file, bytes, 0, bytes.length, 0)
      return Number(bytes.toString('latin1', 0, length).split(' ')[0]) / 1e6
    }
  } catch {
    return () => performance.now()
  }
}
