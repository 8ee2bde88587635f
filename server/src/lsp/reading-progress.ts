import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver'
import type { Reading } from '../core/workspace/workspace'
import type { ClientProfile } from './client-profile'

/** Milliseconds after which a person would ask what is going on. */
const PATIENCE = 500

export interface ReadingProgress {
  /** Aborted when a person has had enough. */
  readonly signal: AbortSignal
  readonly reading: Reading
  /** To be called in the end, however that came. */
  done(): void
}

/** Shows the reading of files where it takes longer than half a second, from now on. */
export function readingProgress(connection: Connection, client: ClientProfile): ReadingProgress {
  const started = performance.now()
  const abort = new AbortController()
  let reporter: Promise<WorkDoneProgressServerReporter> | undefined
  let last = -1
  const begin = async () => {
    const shown = await connection.window.createWorkDoneProgress()
    shown.begin('Specmark: reading specifications', 0, undefined, true)
    shown.token.onCancellationRequested(() => abort.abort())
    return shown
  }
  return {
    signal: abort.signal,
    reading(done, total) {
      const percentage = Math.floor((100 * done) / total)
      if (!client.workDoneProgress || percentage === last || performance.now() - started <= PATIENCE) return
      last = percentage
      reporter ??= begin()
      // A client that refuses it, or is gone, sees none.
      reporter.then((shown) => shown.report(percentage, `${done} of ${total}`)).catch(() => undefined)
    },
    done() {
      reporter?.then((shown) => shown.done()).catch(() => undefined)
    },
  }
}
