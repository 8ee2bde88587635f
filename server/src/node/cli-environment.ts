import { resolve } from 'node:path'
import type { CliEnvironment, CliTerminal } from '../cli/environment'
import { createSpecService, type SpecHost } from '../core/service'
import { createFiles } from './files'
import { createWaitingHost } from './host'
import { createHostBefore } from './host-before'
import { decodeText } from './read-text'
import { prepareShortRun } from './short-run'

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

/** The world of a command of this process. @param isShortRun whether it ends by itself */
export function cliEnvironment(terminal: CliTerminal, isShortRun: boolean): CliEnvironment {
  return {
    ...terminal,
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
