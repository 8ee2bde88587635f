import { existsSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { npm } from '../scripts/lib/processes.mjs'

const root = resolve(import.meta.dirname, '..')
const home = join(root, 'bench/peers')
const modules = join(home, 'node_modules')

/**
 * A program that checks a folder of Markdown files. All are run by Node from the folder `cwd`, and end with 1 where they
 * have something to say. `hasRead` tells from what it printed whether it has read the files, given by absolute path: one
 * that found none of them would be the fastest.
 *
 * @typedef {{
 *   name: string, version: string, cwd: string, args: (folder: string) => readonly string[],
 *   hasRead: (output: string, files: readonly string[]) => boolean
 * }} Checker
 */

/**
 * The linters that Specmark is compared with, in the versions of `bench/peers/package-lock.json`. They bring hundreds of
 * packages that nothing else needs, so they are fetched when they are first asked for.
 *
 * @returns {Promise<readonly Checker[]>}
 */
export async function peers() {
  await peersHome()
  return [
    {
      name: 'markdownlint-cli2',
      version: versionOf(join(modules, 'markdownlint-cli2')),
      cwd: home,
      args: (folder) => [
        join(modules, 'markdownlint-cli2/markdownlint-cli2-bin.mjs'),
        `${folder}/**/*.{md,markdown}`,
      ],
      hasRead: (output, files) => output.includes(`Linting: ${files.length} file`),
    },
    {
      name: 'remark-cli, lint preset recommended',
      version: versionOf(join(modules, 'remark-cli')),
      cwd: home,
      args: (folder) => [
        join(modules, 'remark-cli/cli.js'),
        ...['--no-stdout', '--ext', 'md,markdown', '--use', 'remark-preset-lint-recommended'],
        folder,
      ],
      hasRead: (output, files) => files.every((file) => output.includes(basename(file))),
    },
  ]
}

/** Where the packages are that Specmark is compared with: fetches them when they are first asked for. */
export async function peersHome() {
  if (!isInstalled()) {
    console.error('Fetching what Specmark is compared with into bench/peers/node_modules (40 MB, once)')
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: home, quiet: true })
  }
  return home
}

/** @param {string} name of a package */
export const versionOfPeer = (name) => versionOf(join(modules, name))

/** @returns {Checker} */
export function specmark() {
  return {
    name: 'specmark check',
    version: versionOf(join(root, 'server')),
    cwd: root,
    args: (folder) => [join(root, 'server/bin/specmark.js'), 'check', folder],
    // It names the specs only; without one in the folder it fails.
    hasRead: () => true,
  }
}

/** npm leaves a copy of the lock file behind a finished install. */
function isInstalled() {
  if (!existsSync(join(modules, '.package-lock.json'))) return false
  const wanted = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).dependencies
  return Object.entries(wanted).every(([name, version]) => versionOf(join(modules, name)) === version)
}

/** @param {string} folder */
function versionOf(folder) {
  const manifest = join(folder, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : ''
}
