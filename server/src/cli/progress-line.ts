import type { CliEnvironment } from './environment'

/** How far a long run is, for a person who waits. */
export interface ProgressLine {
  /** So many files of so many are done. */
  show(done: number, total: number): void
  end(): void
}

/** Milliseconds in which a run may end without having said that it goes on. */
const PATIENCE = 500
/** Milliseconds between two figures: more often is only flicker. */
const PACE = 100

/** Shows nothing where there is no terminal. @param task what is done with the files: `Checking` */
export function createProgressLine(task: string, { status, now }: CliEnvironment): ProgressLine {
  let due = now() + PATIENCE
  return {
    show(done, total) {
      if (status === undefined || now() < due) return
      due = now() + PACE
      status.show(`${task}: ${done} of ${total} files`)
    },
    end: () => status?.clear(),
  }
}
