const RESTARTS = 4
const WITHIN_MS = 3 * 60_000

export interface RestartPolicy {
  /** Notes a crash; `true` when the server is to be started again. */
  crashed(): boolean
  /** Forgets the crashes: a person has asked for a restart. */
  reset(): void
  /** Why it is not started again, a sentence. */
  readonly reason: string
}

/**
 * Starts a crashed server again until it has crashed too often to hope: more than four times within three minutes.
 *
 * @param now milliseconds of a clock
 */
export function createRestartPolicy(now: () => number): RestartPolicy {
  const crashes: number[] = []
  return {
    crashed() {
      crashes.push(now())
      while (crashes.length > RESTARTS + 1) crashes.shift()
      const [first = 0] = crashes
      return crashes.length <= RESTARTS || now() - first > WITHIN_MS
    },
    reset() {
      crashes.length = 0
    },
    reason: `The server crashed ${RESTARTS + 1} times within ${WITHIN_MS / 60_000} minutes.`,
  }
}
