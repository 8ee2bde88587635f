// Bundles what ships: the extension's two programs into dist/, the npm package's into server/dist/.
//
//   node scripts/build.mjs [--watch] [--production]
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, context } from 'esbuild'
import { bundles } from './lib/bundles.mjs'
import { writeKnownYaml } from './lib/known-yaml.mjs'
import { root } from './lib/paths.mjs'
import { runMain, SetupError } from './lib/processes.mjs'

const watch = process.argv.includes('--watch')
const production = process.argv.includes('--production')

/** What editors hold a config against; the npm package has it too. */
const schemaFile = 'specmark.schema.json'

await runMain(async () => {
  const all = bundles({ production })
  for (const folder of ['dist', 'server/dist']) copyTemplates(folder)
  copyFileSync(join(root, 'schemas', schemaFile), join(root, 'server', 'dist', schemaFile))
  if (watch) {
    for (const options of all) await (await context({ ...options, logLevel: 'info' })).watch()
    return undefined
  }
  for (const options of all) removeStale(String(options.outdir), await build(options).catch(failed))
  return 0
})

/**
 * esbuild has printed what is wrong, with its place.
 *
 * @returns {never}
 */
function failed() {
  throw new SetupError('The build failed.')
}

/** @param {string} folder */
function copyTemplates(folder) {
  const target = join(root, folder, 'templates')
  rmSync(target, { recursive: true, force: true })
  cpSync(join(root, 'templates'), target, { recursive: true })
  writeKnownYaml(target)
}

/**
 * Removes chunks and maps of earlier builds, whose names this build did not use again. The folder itself is never
 * emptied first: a running editor may be loading from it.
 *
 * @param {string} folder
 * @param {import('esbuild').BuildResult} result
 */
function removeStale(folder, result) {
  const kept = new Set(Object.keys(result.metafile?.outputs ?? {}).map((path) => basename(path)))
  kept.add(schemaFile)
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (entry.isFile() && !kept.has(entry.name)) rmSync(join(root, folder, entry.name))
  }
}
