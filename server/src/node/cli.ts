/** The program `specmark`: `bin/specmark.js` imports the bundle of this file. */
import type { EXIT } from '../cli/exit'

/** Only its type is imported, which is a file less to be read before anything else. */
const FAILED: typeof EXIT.failed = 2

const [command, ...options] = process.argv.slice(2)
const isServer = command === 'lsp' && !options.some((option) => ['-h', '--help'].includes(option))

try {
  // An editor waits: what parses the command line, and has nothing to say to it, is not loaded.
  if (isServer) await (await import('./start-server')).startStdioServer()
  else await (await import('./command-line')).runCommandLine()
} catch (error) {
  // Not `process.exit` at once: it would cut off what is still being written to a pipe.
  process.exitCode = FAILED
  const told = `specmark: ${error instanceof Error ? error.stack : String(error)}\n`
  process.stderr.write(told, () => {
    // Its input is open, and would keep the process.
    if (isServer) process.exit()
  })
}
