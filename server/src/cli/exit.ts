/** Exit codes of every command. A contract with scripts. */
export const EXIT = {
  clean: 0,
  /** Findings at or above `--fail-on`. */
  findings: 1,
  /** Something could not be done as asked. */
  failed: 2,
} as const
