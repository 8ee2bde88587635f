/** What the Mocha run inside an editor hands out, as JSON. */
export interface SuiteResults {
  readonly tests: readonly SuiteTest[]
}

export interface SuiteTest {
  /** Titles of the surrounding `describe` blocks and of the test. */
  readonly path: readonly string[]
  readonly state: 'passed' | 'failed' | 'pending'
  readonly durationMs: number
  /** The stack of the failure, with the difference between expected and actual where there is one. */
  readonly error?: string
}
