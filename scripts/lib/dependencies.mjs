import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.mjs'
import { npm, SetupError } from './processes.mjs'

/**
 * Ends with a plain word on a Node that is too old: its own errors would be about syntax.
 *
 * @throws {SetupError}
 */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new SetupError(
    `Specmark needs Node 20.19 or later; this is ${process.version} (${process.execPath}).`,
  )
}

/**
 * Installs what `package-lock.json` names, unless exactly that is installed.
 *
 * @throws {SetupError} when npm fails
 */
export async function installDependencies() {
  if (isInstalled()) return
  console.log('Installing dependencies (npm ci)')
  // No dependency needs its install script here, and some would download.
  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root, quiet: true }).catch(
    (error) => {
      throw new SetupError(
        `${error.message}\n\nThe dependencies could not be installed. Check the network and the registry.`,
      )
    },
  )
}

/** npm keeps a lock file of what is there inside `node_modules`. */
function isInstalled() {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!installed) return false
  const wanted = readPackages(join(root, 'package-lock.json')) ?? {}
  return Object.entries(wanted).every(([path, { version, link, optional }]) => {
    if (link || !path.includes('node_modules/')) return true
    // Optional packages are mostly for other platforms.
    return installed[path] ? installed[path].version === version : optional === true
  })
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, link?: boolean, optional?: boolean }> | undefined} by path
 */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}
