// Installs, builds, checks and tests everything. Every step runs, and the last line counts the tests of all of them.
//
//   npm test                          everything
//   npm run test:editor               only what the tests inside VS Code need
//   npm run test:editor -- WORD…      of those, the page tests whose title or file holds a word
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requireChromium } from './lib/chromium.mjs'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { artifactsFolder, root } from './lib/paths.mjs'
import { run, runMain, SetupError } from './lib/processes.mjs'
import { countMocha, countPlaywright, countVitest } from './lib/test-counts.mjs'
import { installVSCodeServer } from './lib/vscode-server-install.mjs'

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<unknown>} work fails by throwing
 * @property {boolean} [needed] the steps after it make no sense when it failed
 * @property {boolean} [editor] the editor tests need it
 * @property {{ file: string, count: (report: string) => import('./lib/test-counts.mjs').Counts }} [report] JSON in
 *   the artifacts folder that the step writes
 */

/**
 * @param {readonly string[]} filter words, of which a page test's title or file must hold one
 * @returns {readonly Step[]}
 */
const stepsOf = (filter) => [
  { name: 'Install dependencies', work: installDependencies, needed: true, editor: true },
  { name: 'Bundle', work: () => script('build.mjs'), needed: true, editor: true },
  {
    name: 'Type-check',
    work: async () => {
      await binary('typescript', 'tsc', ['-b'])
      await script('declarations.mjs')
    },
  },
  { name: 'Lint', work: () => binary('@biomejs/biome', 'biome', ['check', '--error-on-warnings', '.']) },
  {
    name: 'Unit and protocol tests',
    work: () => binary('vitest', 'vitest', ['run']),
    report: { file: 'vitest.json', count: countVitest },
  },
  { name: 'Package', work: () => script('package.mjs'), editor: true },
  { name: 'Get VS Code and Chromium', work: getEditor, editor: true, needed: true },
  {
    name: 'Tests inside VS Code',
    work: async () => {
      await script('build-tests.mjs')
      await run(process.execPath, [join(root, 'out', 'test', 'harness', 'run-suite.mjs')], { cwd: root })
    },
    editor: true,
    report: { file: 'mocha.json', count: countMocha },
  },
  {
    name: 'Tests on the screen of VS Code',
    work: () => binary('@playwright/test', 'playwright', ['test', '-c', 'client/test', ...filter]),
    editor: true,
    report: { file: 'playwright.json', count: countPlaywright },
  },
]

await runMain(async () => {
  const { only, filter } = readArguments()
  requireNode()
  mkdirSync(artifactsFolder, { recursive: true })
  const steps = stepsOf(filter)
  const chosen = only === 'editor' ? steps.filter(({ editor }) => editor) : steps
  const outcomes = []
  for (const step of chosen) {
    const outcome = await perform(step)
    outcomes.push(outcome)
    if (step.needed && outcome.error) break
  }
  return summarize(outcomes)
})

/** @throws {SetupError} */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { only: { type: 'string' } },
    })
    if (values.only !== undefined && values.only !== 'editor')
      throw new Error(`--only takes "editor", not "${values.only}".`)
    if (values.only === undefined && positionals.length > 0)
      throw new Error(`"${positionals.join(' ')}" is not understood.`)
    return { only: values.only, filter: positionals }
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : error}\n\nUsage: npm test\n       npm run test:editor [-- WORD…]`,
    )
  }
}

/** @param {Step} step */
async function perform(step) {
  const { name, work, report } = step
  console.log(`\n── ${name} ──`)
  const reportFile = report && join(artifactsFolder, report.file)
  if (reportFile) rmSync(reportFile, { force: true })
  const start = performance.now()
  /** @type {unknown} */
  let error
  try {
    await work()
  } catch (thrown) {
    error = thrown
    console.error(thrown instanceof SetupError ? thrown.message : thrown)
  }
  const seconds = (performance.now() - start) / 1000
  const isReported = reportFile !== undefined && existsSync(reportFile)
  const counts = isReported ? report?.count(readFileSync(reportFile, 'utf8')) : undefined
  // A test run that reports success without a test has not run.
  if (report && !error && !counts?.passed) error = new SetupError('No test ran.')
  return { name, seconds, error, counts: counts ?? { passed: 0, failed: 0, skipped: 0 } }
}

/** @param {readonly Awaited<ReturnType<typeof perform>>[]} outcomes */
function summarize(outcomes) {
  console.log('')
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, seconds, error, counts } of outcomes) {
    total.passed += counts.passed
    // A step that failed without a failed test, such as the linter, counts as one.
    total.failed += error ? Math.max(1, counts.failed) : counts.failed
    total.skipped += counts.skipped
    const tests =
      counts.passed + counts.failed > 0 ? `  ${counts.passed} passed, ${counts.failed} failed` : ''
    console.log(`${error ? '✘' : '✔'} ${seconds.toFixed(1).padStart(6)} s  ${name}${tests}`)
  }
  const time = outcomes.reduce((sum, { seconds }) => sum + seconds, 0)
  console.log(`  ${time.toFixed(1).padStart(6)} s  in all\n`)
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
  return total.failed > 0 ? 1 : 0
}

async function getEditor() {
  await installVSCodeServer()
  console.log(`Chromium: ${await requireChromium()}`)
}

/** @param {string} name */
function script(name) {
  return run(process.execPath, [join(root, 'scripts', name)], { cwd: root })
}

/**
 * Runs a tool of this project's dependencies, without a shell in between.
 *
 * @param {string} packageName
 * @param {string} name
 * @param {readonly string[]} args
 */
function binary(packageName, name, args) {
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return run(process.execPath, [join(folder, typeof bin === 'string' ? bin : bin[name]), ...args], {
    cwd: root,
  })
}
