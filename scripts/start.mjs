// Installs, builds and opens the examples in VS Code with the extension loaded.
//
//   npm start                  in the desktop VS Code where there is a `code` command, else in the browser
//   npm start -- --no-open     opens nothing: serves VS Code and prints its address
//   npm start -- --port 8080   at this port instead of a free one
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { editorsFolder, root } from './lib/paths.mjs'
import { writePrivateFile } from './lib/private-files.mjs'
import { isOnPath, run, runMain, SetupError } from './lib/processes.mjs'
import { redirectPage } from './lib/redirect-page.mjs'
import { startVSCodeServer } from './lib/vscode-server.mjs'
import { installVSCodeServer } from './lib/vscode-server-install.mjs'

const examples = join(root, 'examples')

await runMain(async () => {
  const { open, port } = readArguments()
  requireNode()
  await installDependencies()
  console.log('Building')
  await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root })
  if (open && port === undefined && (await hasDesktopEditor())) await openDesktop()
  else await serve(open, port)
  return 0
})

function readArguments() {
  try {
    const { values } = parseArgs({ options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } } })
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Error(`--port takes a number from 1 to 65535, not "${values.port}".`)
    }
    return { open: !values['no-open'], port }
  } catch (error) {
    throw new SetupError(
      `${error instanceof Error ? error.message : error}\n\nUsage: npm start [-- --no-open] [--port PORT]`,
    )
  }
}

/** In a terminal of a remote window, `code` can open files there but no window with an extension under development. */
async function hasDesktopEditor() {
  return !process.env.VSCODE_IPC_HOOK_CLI && (await isOnPath('code'))
}

async function openDesktop() {
  console.log(`Opening ${examples} in VS Code`)
  const shell = process.platform === 'win32'
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, examples]
  await run('code', shell ? args.map((arg) => `"${arg}"`) : args, { shell })
}

/**
 * Serves until it is told to stop.
 *
 * @param {boolean} open
 * @param {number | undefined} port
 */
async function serve(open, port) {
  if (process.platform === 'win32') {
    throw new SetupError(
      'On Windows npm start needs VS Code with its `code` command, and neither --no-open nor --port. In WSL it can serve VS Code.',
    )
  }
  const home = await installVSCodeServer()
  const dataFolder = join(editorsFolder, 'start')
  const server = await startVSCodeServer({ home, dataFolder, ...(port !== undefined && { port }) })
  const asked = askedToStop()
  const url = server.url(examples, { extensionDevelopmentPath: root })
  console.log(
    `\nVS Code with Specmark:\n\n  ${url}\n\nThe address holds a secret token. Ctrl-C stops the server.`,
  )
  if (open) openBrowser(url, dataFolder)
  const isAsked = await Promise.race([asked, server.stopped.then(() => false)])
  await server.stop()
  if (!isAsked) throw new SetupError(`The VS Code server ended by itself (log: ${server.log})`)
}

/**
 * Settles on Ctrl-C and its kin, and when the starting npm is gone: killed by a signal, it ends the shell in between,
 * which does not pass the signal on.
 *
 * @returns {Promise<boolean>}
 */
function askedToStop() {
  const parent = process.ppid
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve(true))
    setInterval(() => process.ppid !== parent && resolve(true), 1_000).unref()
  })
}

/**
 * Opens a file that leads to the address, since the address itself holds the token.
 *
 * @param {string} url
 * @param {string} folder where the file goes
 */
function openBrowser(url, folder) {
  const page = join(folder, 'open.html')
  writePrivateFile(page, redirectPage(url))
  const child = spawn(process.platform === 'darwin' ? 'open' : 'xdg-open', [page], {
    stdio: 'ignore',
    detached: true,
  })
  child.once('error', () => console.log('No browser could be opened: open the address yourself.'))
  child.unref()
}
