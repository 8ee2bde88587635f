// Runs the Mocha suite inside VS Code's server, in a browser page. Ends with code 0 when every test passed.
import { existsSync } from 'node:fs'
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { artifactsFolder, bundledTests, root } from '../../../scripts/lib/paths.mjs'
import { runMain, SetupError } from '../../../scripts/lib/processes.mjs'
import { endOfLog, startVSCodeServer } from '../../../scripts/lib/vscode-server.mjs'
import { installVSCodeServer } from '../../../scripts/lib/vscode-server-install.mjs'
import { launchBrowser } from './browser'
import type { SuiteResults } from './suite-results'

const limitMs = 240_000
const resultsFile = join(artifactsFolder, 'mocha.json')
const editorLog = join(artifactsFolder, 'mocha-editor.log')

await runMain(async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'specmark-suite-'))
  try {
    await mkdir(artifactsFolder, { recursive: true })
    await rm(resultsFile, { force: true })
    await writeFile(editorLog, '')
    await runInEditor(scratch)
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  return report(JSON.parse(await readFile(resultsFile, 'utf8')))
})

/** @throws {SetupError} when the editor ended without results */
async function runInEditor(scratch: string): Promise<void> {
  const workspace = join(scratch, 'workspace')
  await mkdir(workspace)
  const server = await startVSCodeServer({
    home: await installVSCodeServer(),
    dataFolder: join(scratch, 'data'),
    env: { SPECMARK_TEST_RESULTS: resultsFile },
  })
  try {
    const browser = await launchBrowser()
    try {
      const page = await browser.newPage()
      const payload = {
        extensionDevelopmentPath: root,
        extensionTestsPath: join(bundledTests, 'suite', 'index.cjs'),
      }
      const code = await exitCode(page, server.url(workspace, payload))
      if (!existsSync(resultsFile)) {
        await page.screenshot({ path: join(artifactsFolder, 'mocha-without-results.png') })
        throw new SetupError(`The tests never ran; the editor ended with code ${code} (see ${editorLog})`)
      }
    } finally {
      await browser.close()
    }
  } finally {
    await server.stop()
    await appendFile(editorLog, endOfLog(server.log))
  }
}

/** Opens the window and waits until the workbench says that the test run is over. */
async function exitCode(page: Page, url: string): Promise<number> {
  let limit: NodeJS.Timeout | undefined
  const exited = new Promise<number>((resolve, reject) => {
    limit = setTimeout(
      () => reject(new SetupError(`No end of the tests within ${limitMs / 1000} s`)),
      limitMs,
    )
    page.once('crash', () => reject(new SetupError('The page of the editor crashed')))
    const exposed = [
      page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)),
      page.exposeFunction('codeAutomationLog', (type: string, args: readonly unknown[]) =>
        appendFile(editorLog, `${type} ${args.join(' ')}\n`),
      ),
    ]
    Promise.all(exposed)
      .then(() => page.goto(url))
      .catch(reject)
  })
  try {
    return await exited
  } finally {
    clearTimeout(limit)
  }
}

/** Prints the tests as Mocha does, and gives the exit code. */
function report({ tests }: SuiteResults): number {
  const marks = { passed: '✔', failed: '✘', pending: '-' }
  for (const { path, state, durationMs, error } of tests) {
    console.log(`  ${marks[state]} ${path.join(' › ')} (${durationMs} ms)`)
    if (error) console.log(error.replaceAll(/^/gm, '      '))
  }
  const passed = tests.filter(({ state }) => state === 'passed').length
  console.log(`\n  ${passed} of ${tests.length} passed`)
  return tests.length > 0 && passed === tests.length ? 0 : 1
}
