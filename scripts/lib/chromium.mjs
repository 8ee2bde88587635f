import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { run, SetupError } from './processes.mjs'

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Finds a Chromium to drive: the one that `CHROMIUM_PATH` names, one on the search path, one in its usual place, one that
 * Playwright downloaded.
 *
 * @returns {string | undefined} the path of the program
 * @throws {SetupError} when `CHROMIUM_PATH` names nothing
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new SetupError(`CHROMIUM_PATH is ${named}, where there is no file.`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = folders.flatMap((folder) => programs.map((name) => join(folder, name)))
  return [...onPath, ...usualPlaces(), ...playwrightOwn()].find((path) => existsSync(path))
}

/**
 * Gives a Chromium, and installs Debian's where `CI=true`; on a person's machine nothing is installed unasked.
 *
 * @returns {Promise<string>} the path of the program
 * @throws {SetupError} with the command to run, when there is none
 */
export async function requireChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CI !== 'true') throw new SetupError(howToGetIt())
  console.log('Installing Chromium (CI=true)')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, quiet: true })
  await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true })
  const installed = findChromium()
  if (!installed)
    throw new SetupError('apt-get installed chromium, but there is no such program on the search path.')
  return installed
}

function howToGetIt() {
  const command =
    process.platform === 'linux' && existsSync('/usr/bin/apt-get')
      ? 'sudo apt-get install --no-install-recommends chromium'
      : 'npx playwright install chromium'
  return `The editor tests need Chromium, and none was found. Install it and run again:\n\n  ${command}\n\nor set CHROMIUM_PATH to one.`
}

/** @returns {readonly string[]} */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
  }
  if (process.platform === 'win32') {
    const bases = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    return bases.flatMap((base) =>
      base ? [join(base, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
    )
  }
  return []
}

/** @returns {readonly string[]} browsers under Playwright's download folder, the newest first */
function playwrightOwn() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? playwrightCache()
  if (!existsSync(cache)) return []
  const downloads = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  downloads.sort((a, b) => Number(b.slice('chromium-'.length)) - Number(a.slice('chromium-'.length)))
  return downloads.flatMap((name) => [
    join(cache, name, 'chrome-linux', 'chrome'),
    join(cache, name, 'chrome-linux64', 'chrome'),
    join(cache, name, 'chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'),
    join(cache, name, 'chrome-win', 'chrome.exe'),
  ])
}

function playwrightCache() {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'ms-playwright')
  if (process.platform === 'win32') return join(homedir(), 'AppData', 'Local', 'ms-playwright')
  return join(homedir(), '.cache', 'ms-playwright')
}

/**
 * The arguments for a browser that shows one page of this machine and asks the network for nothing.
 *
 * @returns {readonly string[]}
 */
export function chromiumArguments() {
  const quiet = [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
  ]
  // Chromium's sandbox does not work for root, which containers run as.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return [...quiet, '--no-first-run', ...sandbox]
}
