// Bundles what ships: the extension's two programs into dist/, the npm package's into server/dist/.
//
//   node scripts/build.mjs [--watch] [--production]
import { copyFileSync, cpSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build, context } from 'esbuild'
import { root } from './lib/paths.mjs'
import { runMain, SetupError } from './lib/processes.mjs'

const watch = process.argv.includes('--watch')
const production = process.argv.includes('--production')

/** What editors hold a config against; the npm package has it too. */
const schemaFile = 'specmark.schema.json'

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.9',
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  legalComments: 'none',
  // Some dependencies' `main` is UMD, whose inner requires a bundler cannot see.
  mainFields: ['module', 'main'],
  metafile: true,
  logLevel: 'warning',
}

/** What VS Code loads. CommonJS: it requires the client, and forks the server.  @type {import('esbuild').BuildOptions} */
const extension = {
  ...common,
  format: 'cjs',
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  entryPoints: { client: 'client/src/node/extension.ts', server: 'server/src/node/server.ts' },
  external: ['vscode'],
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
}

/** The npm package `specmark`.  @type {import('esbuild').BuildOptions} */
const npmPackage = {
  ...common,
  format: 'esm',
  splitting: true,
  outdir: 'server/dist',
  entryPoints: {
    cli: 'server/src/node/cli.ts',
    server: 'server/src/node/server.ts',
    index: 'server/src/index.ts',
  },
  chunkNames: 'chunk-[hash]',
  // Bundled CommonJS dependencies call `require` for Node's own modules.
  banner: {
    js: "import { createRequire as createRequireOfBundle } from 'node:module';const require = createRequireOfBundle(import.meta.url);",
  },
}

await runMain(async () => {
  const bundles = [extension, npmPackage]
  for (const folder of ['dist', 'server/dist']) copyTemplates(folder)
  copyFileSync(join(root, 'schemas', schemaFile), join(root, 'server', 'dist', schemaFile))
  if (watch) {
    for (const options of bundles) await (await context({ ...options, logLevel: 'info' })).watch()
    return undefined
  }
  for (const options of bundles) removeStale(String(options.outdir), await build(options).catch(failed))
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
