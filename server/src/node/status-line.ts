import type { StatusLine } from '../cli/environment'

type Terminal = Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'>

/** Back to the first column, and everything right of it gone. */
const ERASE = '\r\u001B[K'

/** A line of the terminal that is written over; `undefined` where a stream is none, or does not obey. */
export function createStatusLine(stream: Terminal, env: NodeJS.ProcessEnv): StatusLine | undefined {
  if (stream.isTTY !== true || env.TERM === 'dumb') return undefined
  let isShown = false
  return {
    show(text) {
      // A line that wraps could not be taken back. Some terminals do not tell their width: it is 0 then.
      stream.write(`${ERASE}${text.slice(0, Math.max(0, (stream.columns || 80) - 1))}`)
      isShown = true
    },
    clear() {
      if (isShown) stream.write(ERASE)
      isShown = false
    },
  }
}
