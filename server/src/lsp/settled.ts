import { RAL } from './library'

/**
 * Calls `work(key)` once a whole turn of the event loop has brought no further call for that key. Messages waiting in
 * a connection's queue are handled one a turn, so a burst of changes is worked on once, after its last; no timer runs.
 */
export function whenSettled(work: (key: string) => void): (key: string) => void {
  const calls = new Map<string, number>()

  function wait(key: string, seen: number): void {
    // Two turns: the first one lets a message that is already queued behind this one be handled.
    nextTurn(() =>
      nextTurn(() => {
        const now = calls.get(key) ?? seen
        if (now !== seen) return wait(key, now)
        calls.delete(key)
        work(key)
      }),
    )
  }

  return (key) => {
    const before = calls.get(key)
    calls.set(key, (before ?? 0) + 1)
    if (before === undefined) wait(key, 1)
  }
}

function nextTurn(callback: () => void): void {
  RAL().timer.setImmediate(callback)
}
