/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {string} report Vitest's `json` reporter's
 * @returns {Counts}
 */
export function countVitest(report) {
  /**
   * @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
   *   testResults: { status: string, assertionResults: unknown[] }[] }}
   */
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report)
  // A file that cannot be loaded fails without a test in it.
  const broken = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  }
}

/**
 * @param {string} report the Mocha suite's, as `client/test/harness/suite-results.ts` describes it
 * @returns {Counts}
 */
export function countMocha(report) {
  /** @type {{ tests: { state: string }[] }} */
  const { tests } = JSON.parse(report)
  /** @param {string} wanted */
  const count = (wanted) => tests.filter(({ state }) => state === wanted).length
  return { passed: count('passed'), failed: count('failed'), skipped: count('pending') }
}

/**
 * @param {string} report Playwright's `json` reporter's; what passed at its second try (flaky) has passed, and its list says so
 * @returns {Counts}
 */
export function countPlaywright(report) {
  /** @type {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} */
  const { stats, errors } = JSON.parse(report)
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  }
}
