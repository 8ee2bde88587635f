import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CliEnvironment } from '../cli/environment'
import { EXIT } from '../cli/exit'
import { run } from '../cli/run'
import { createSpecService, type SpecHost } from '../core/service'
import { takesColour } from './colour'
import { createFiles } from './files'
import { createWaitingHost } from './host'
import { createHostBefore } from './host-before'
import { decodeText } from './read-text'
import { prepareShortRun } from './short-run'
import { createStatusLine } from './status-line'

function version(): string {
  // Beside the bundle's folder, in the repository and in the package alike.
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return (manifest as { version: string }).version
}

/** A reader that has seen enough closes the pipe (`specmark check | head`): the rest is not written, and no error. */
function ignoreClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** What is wrong is told; the rest of the log is for editors. */
const log: SpecHost['log'] = (level, message) => {
  if (level === 'error') process.stderr.write(`${message}\n`)
}

/** UTF-16 code units: some 250 MB. */
const ROOM_FOR_READINGS = 8_000_000

function createHost(texts?: ReadonlyMap<string, string>): SpecHost {
  const host = createWaitingHost(log)
  return {
    ...host,
    roomForReadings: ROOM_FOR_READINGS,
    readFile: async (uri) => texts?.get(uri) ?? host.readFile(uri),
  }
}

function environment(): CliEnvironment {
  const { stdout, stderr } = process
  const status = createStatusLine(stderr, process.env)
  const writeTo = (stream: NodeJS.WriteStream) => (text: string) => {
    status?.clear()
    stream.write(text)
  }
  return {
    version: version(),
    colour: takesColour(stdout, process.env),
    print: writeTo(stdout),
    complain: writeTo(stderr),
    status,
    now: () => performance.now(),
    prepareFor: (files) => {
      if (isShortRun) prepareShortRun(files)
    },
    // What few runs need is loaded when they do.
    input: async () => decodeText(await (await import('node:stream/consumers')).buffer(process.stdin)),
    files: createFiles(process.cwd()),
    createService: (texts) => createSpecService(createHost(texts)),
    filesBefore: async (ref, paths) =>
      (await import('./git')).filesBefore(
        ref,
        paths.map((path) => resolve(path)),
      ),
    createServiceBefore: (repositories, isConfig) =>
      createSpecService(createHostBefore(createHost(), repositories, isConfig)),
    watch: async (...wanted) => (await import('./watch')).watch(...wanted),
    interrupted: () =>
      new Promise((resolve) => {
        // Once: a second Ctrl+C ends the program as it does without.
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      }),
    serve: async () => (await import('./start-server')).startStdioServer(),
  }
}

/** These go on for as long as a person wants. */
const LONG_RUNS: readonly string[] = ['lsp', '--watch']
const isShortRun = !process.argv.some((argument) => LONG_RUNS.includes(argument))

/** Runs what the arguments of this process say, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  ignoreClosedPipe(process.stdout)
  ignoreClosedPipe(process.stderr)
  if (isShortRun) prepareShortRun()
  try {
    // Not `process.exit`: it would cut off what is still being written to a pipe.
    process.exitCode = await run(process.argv.slice(2), environment())
  } catch (error) {
    process.stderr.write(`specmark: ${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = EXIT.failed
  }
}
