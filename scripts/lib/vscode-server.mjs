import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createWriteStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makePrivateFolder, writePrivateFile } from './private-files.mjs'
import { SetupError } from './processes.mjs'

const host = '127.0.0.1'
const startLimitMs = 60_000
const guard = fileURLToPath(new URL('exit-with-parent.cjs', import.meta.url))

/**
 * @typedef {object} VSCodeServer
 * @property {string} authority `127.0.0.1:PORT`
 * @property {string} log path of the file that holds the server's output
 * @property {(folder: string, payload?: Readonly<Record<string, string>>) => string} url
 *   The address of a window on a folder, with the token. `payload` names absolute paths that the workbench gets, such
 *   as `extensionDevelopmentPath`.
 * @property {() => Promise<void>} stop ends the server with all its children; may be called again
 * @property {Promise<void>} stopped settles when the server has ended, whoever ended it
 */

/**
 * Starts VS Code's own server, on this machine only and behind a random token: without one, any process of the machine
 * would have the files and the terminal.
 *
 * @param {object} options
 * @param {string} options.home folder of the server
 * @param {string} options.dataFolder settings, extensions and logs go here; closed to other users
 * @param {string | undefined} [options.builtIn] folder of the built-in extensions, where it is not the server's own
 * @param {number} [options.port] a free one is chosen where it is left out
 * @param {NodeJS.ProcessEnv} [options.env] added to the environment, which extensions see
 * @returns {Promise<VSCodeServer>}
 * @throws {SetupError} when it does not listen in time, or at all
 */
export async function startVSCodeServer({ home, dataFolder, builtIn, port = 0, env = {} }) {
  makePrivateFolder(dataFolder)
  const token = randomBytes(24).toString('base64url')
  // A file, since the arguments of a process are there for every user of the machine to read.
  const tokenFile = join(dataFolder, 'token')
  writePrivateFile(tokenFile, token)
  // The server writes the token into its output.
  const log = join(dataFolder, 'server.log')
  writePrivateFile(log)
  const child = spawn(
    process.execPath,
    [
      ...['--require', guard, ...serverArguments(home, port, tokenFile, dataFolder)],
      ...(builtIn === undefined ? [] : ['--builtin-extensions-dir', builtIn]),
    ],
    {
      cwd: home,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // A process group of its own, so that `stop` reaches the extension hosts too.
      detached: true,
    },
  )
  const output = createWriteStream(log)
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(output, { end: false })
  /** @type {Promise<void>} */
  const stopped = new Promise((resolve) => {
    child.once('close', () => output.end(resolve))
  })
  const stop = () => stopGroup(child, stopped)
  try {
    const authority = `${host}:${await listeningPort(child, log, port)}`
    return {
      authority,
      log,
      stop,
      stopped,
      url: (folder, payload) => windowUrl(authority, token, folder, payload),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * @param {string} home
 * @param {number} port
 * @param {string} tokenFile
 * @param {string} dataFolder
 */
function serverArguments(home, port, tokenFile, dataFolder) {
  return [
    join(home, 'out', 'server-main.js'),
    ...['--host', host, '--port', String(port), '--connection-token-file', tokenFile],
    ...['--server-data-dir', dataFolder, '--telemetry-level', 'off'],
    ...['--accept-server-license-terms', '--disable-workspace-trust'],
  ]
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} log
 * @param {number} wanted
 * @returns {Promise<number>}
 */
function listeningPort(child, log, wanted) {
  return new Promise((resolve, reject) => {
    let text = ''
    /** @param {string} why */
    const fail = (why) => {
      clearTimeout(timer)
      const busy = text.includes('EADDRINUSE')
      const seen = text.trimEnd().split('\n').slice(-15).join('\n')
      reject(
        new SetupError(
          busy
            ? `Port ${wanted} is in use. Choose another, or leave it out.`
            : `${why} (log: ${log})\n${seen}`,
        ),
      )
    }
    const timer = setTimeout(() => fail('The VS Code server did not start to listen'), startLimitMs)
    child.once('error', (error) => fail(`The VS Code server cannot be started: ${error.message}`))
    child.once('exit', (code, signal) => fail(`The VS Code server ended with ${signal ?? `code ${code}`}`))
    child.stderr?.on('data', (chunk) => {
      text += chunk
      if (text.includes('EADDRINUSE')) fail('')
    })
    child.stdout?.on('data', (chunk) => {
      text += chunk
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1]
      if (!port) return
      clearTimeout(timer)
      resolve(Number(port))
    })
  })
}

/**
 * @param {string} authority
 * @param {string} token
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [payload]
 */
function windowUrl(authority, token, folder, payload = {}) {
  const entries = Object.entries(payload).map(([key, path]) => [key, `vscode-remote://${authority}${path}`])
  const query = new URLSearchParams({ tkn: token, folder })
  if (entries.length > 0) query.set('payload', JSON.stringify(entries))
  return `http://${authority}/?${query}`
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<void>} stopped
 */
async function stopGroup(child, stopped) {
  if (child.exitCode === null && child.signalCode === null) signalGroup(child, 'SIGTERM')
  const deadline = setTimeout(() => signalGroup(child, 'SIGKILL'), 3_000)
  await stopped
  clearTimeout(deadline)
  // The server does not wait for its extension hosts.
  signalGroup(child, 'SIGKILL')
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // The group is gone.
  }
}

/**
 * Reads the end of a server's log, for an error report.
 *
 * @param {string} log
 */
export function endOfLog(log) {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
}
