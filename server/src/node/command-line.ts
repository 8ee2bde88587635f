import { readFileSync } from 'node:fs'
import type { CliTerminal } from '../cli/environment'
import { run } from '../cli/run'
import { takesColour } from './colour'
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

function terminal(): CliTerminal {
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
  }
}

/** These go on for as long as a person wants. */
const LONG_RUNS: readonly string[] = ['lsp', '--watch']

/** Runs what the arguments of this process say, and sets its exit code. */
export async function runCommandLine(): Promise<void> {
  ignoreClosedPipe(process.stdout)
  ignoreClosedPipe(process.stderr)
  const isShortRun = !process.argv.some((argument) => LONG_RUNS.includes(argument))
  if (isShortRun) prepareShortRun()
  const here = terminal()
  const load = async () => (await import('./cli-environment')).cliEnvironment(here, isShortRun)
  // Not `process.exit`: it would cut off what is still being written to a pipe.
  process.exitCode = await run(process.argv.slice(2), here, load)
}
