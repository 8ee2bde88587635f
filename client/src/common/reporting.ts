import { type LogOutputChannel, window } from 'vscode'
import { inert } from './words'

/** How long a word stands in the status bar that answers a command which could do nothing. */
const NOTE_MS = 5_000

export type Reporting = <A extends unknown[], R>(
  run: (...args: A) => Promise<R>,
) => (...args: A) => Promise<R | undefined>

/** Why a command could not do its work is told where the eye is; the log has the rest. */
export function reportingTo(log: LogOutputChannel): Reporting {
  return (run) =>
    (...args) =>
      run(...args).catch((error: unknown) => {
        log.error(error instanceof Error ? error : String(error))
        say(error instanceof Error ? error.message : String(error))
        return undefined
      })
}

/** For an answer to a command that could do nothing. */
export function say(words: string): void {
  window.setStatusBarMessage(`$(info) ${inert(words)}`, NOTE_MS)
}
