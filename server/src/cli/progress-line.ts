import type { CliEnvironment } from './environment'

/** How far a long run is, for a person who waits. */
export interface ProgressLine {
  /** One more file is done. */
  step(): void
  end(): void
}

/** Milliseconds in which a run may end without having said that it goes on. */
const PATIENCE = 500
/** Milliseconds between two figures: more often is only flicker. */
const PACE = 100

/** Shows nothing where there is no terminal. */
export function createProgressLine(total: number, { status, now }: CliEnvironment): ProgressLine {
  let done = 0
  let due = now() + PATIENCE
  return {
    step() {
      done++
      if (status === undefined || now() < due) return
      due = now() + PACE
      status.show(`Checking: ${done} of ${total} files`)
    },
    end: () => status?.clear(),
  }
}
