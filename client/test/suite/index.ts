import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Mocha from 'mocha'
import type { SuiteTest } from '../harness/suite-results'

/**
 * Runs every bundled suite beside this file; VS Code calls it through `extensionTestsPath`.
 *
 * Where `SPECMARK_TEST_RESULTS` names a file, the results are written there as JSON (`SuiteResults`): nothing else comes
 * out of an editor in a structured form. `SPECMARK_TEST_GREP` picks tests by their full title.
 *
 * @throws when a test failed, which the editor reports as exit code 1
 */
export async function run(): Promise<void> {
  const grep = process.env.SPECMARK_TEST_GREP
  const mocha = new Mocha({
    ui: 'bdd',
    reporter: 'spec',
    color: false,
    timeout: 20_000,
    ...(grep && { grep }),
  })
  for (const name of readdirSync(__dirname))
    if (name.endsWith('.test.cjs')) mocha.addFile(join(__dirname, name))
  const tests: SuiteTest[] = []
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve)
    runner.on('pass', (test) => tests.push(resultOf(test, 'passed')))
    runner.on('pending', (test) => tests.push(resultOf(test, 'pending')))
    runner.on('fail', (test, error) =>
      tests.push({ ...resultOf(test, 'failed'), error: describeError(error) }),
    )
  })
  const file = process.env.SPECMARK_TEST_RESULTS
  if (file) writeFileSync(file, JSON.stringify({ tests }))
  if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} failed`)
}

function resultOf(test: Mocha.Test, state: SuiteTest['state']): SuiteTest {
  return { path: test.titlePath(), state, durationMs: test.duration ?? 0 }
}

function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
