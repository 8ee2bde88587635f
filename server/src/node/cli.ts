/** The program `specmark`: `bin/specmark.js` imports the bundle of this file. */

const [command, ...options] = process.argv.slice(2)

// An editor waits: what parses the command line, and has nothing to say to it, is not loaded.
if (command === 'lsp' && !options.some((option) => ['-h', '--help'].includes(option))) {
  await (await import('./start-server')).startStdioServer()
} else {
  await (await import('./command-line')).runCommandLine()
}

export {}
