// Holds each bundle, as it ships, to a size, and what is loaded before a first answer: what they grow by is loaded by every window of
// an editor and every run of the command line. And it names the packages that are
// loaded where nothing is to wait for them.
//
//   node scripts/bundle-sizes.mjs
import { basename } from 'node:path'
import { build } from 'esbuild'
import { bundles } from './lib/bundles.mjs'
import { runMain, SetupError } from './lib/processes.mjs'

/**
 * Bytes that each may have: a tenth more than it has today, so that what comes with a new package is noticed.
 *
 * @type {readonly { name: string, most: number, isOf: (file: string) => boolean }[]}
 */
const LIMITS = [
  { name: 'dist/client.cjs, the extension', most: 36_000, isOf: (file) => file === 'client.cjs' },
  {
    name: 'dist/node-client.cjs, what talks to the server',
    most: 490_000,
    isOf: (file) => file === 'node-client.cjs',
  },
  {
    name: 'dist/server.cjs, what the server loads before its first answer',
    most: 33_000,
    isOf: (file) => file === 'server.cjs',
  },
  {
    name: 'dist/serve.cjs, the server of the extension',
    most: 1_168_000,
    isOf: (file) => file === 'serve.cjs',
  },
  { name: 'server/dist/*.js, the npm package', most: 1_310_000, isOf: (file) => file.endsWith('.js') },
]

/**
 * The same for what some modules load at once, their imports and no import(); and the packages that may be among it.
 *
 * @type {readonly { name: string, most: number, entries: readonly string[], packages: readonly string[] }[]}
 */
const LOADED = [
  {
    name: 'specmark lsp, before its first answer',
    most: 43_700,
    entries: ['server/src/node/cli.ts', 'server/src/node/start-server.ts'],
    packages: ['vscode-languageserver-types'],
  },
  {
    name: 'specmark --version',
    most: 57_100,
    entries: ['server/src/node/cli.ts', 'server/src/node/command-line.ts'],
    packages: ['commander'],
  },
]

await runMain(async () => {
  const results = await Promise.all(
    bundles({ production: true }).map((options) => build({ ...options, write: false })),
  )
  const files = results.flatMap(({ outputFiles = [] }) => outputFiles)
  /** @type {Outputs} */
  const outputs = Object.assign({}, ...results.map(({ metafile }) => metafile?.outputs))
  const sizes = [
    ...LIMITS.map(({ name, most, isOf }) => {
      const those = files.filter(({ path }) => isOf(basename(path)))
      return { name, most, bytes: those.reduce((sum, { contents }) => sum + contents.length, 0) }
    }),
    ...LOADED.map(({ name, most, entries }) => ({ name, most, bytes: bytesOf(loadedBy(entries, outputs)) })),
  ]
  for (const { name, most, bytes } of sizes) console.log(`${name}: ${bytes} bytes, at most ${most}`)
  const other = files.filter(({ contents }) => contents.some((byte) => byte > 0x7f))
  if (other.length > 0)
    throw new SetupError(
      `${other.map(({ path }) => basename(path)).join(', ')}: not all is ASCII, and so takes twice the memory. See inAscii in scripts/lib/in-ascii.mjs.`,
    )
  for (const { name, entries, packages } of LOADED) demandNoOther(name, packages, loadedBy(entries, outputs))
  const wrong = sizes.filter(({ bytes, most }) => bytes === 0 || bytes > most)
  if (wrong.length === 0) return 0
  throw new SetupError(
    `${wrong.map(({ name, bytes, most }) => `${name}: ${bytes} bytes, and it may have ${most}.`).join('\n')}
What has made it larger? See "npx esbuild --analyze" or the imports that are new. Load what few need when they do (import()),
take a smaller package, or, where it is worth its bytes, raise the limit in scripts/bundle-sizes.mjs and say why in the commit.`,
  )
})

/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * @param {readonly string[]} entries sources, each of which has an output of its own
 * @param {Outputs} outputs
 * @returns {readonly Outputs[string][]}
 */
function loadedBy(entries, outputs) {
  const loaded = new Set(entries.map((entry) => outputOf(entry, outputs)))
  // A set hands out what is added while it is walked.
  for (const path of loaded) {
    for (const { path: imported, kind } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && imported in outputs) loaded.add(imported)
  }
  return [...loaded].flatMap((path) => outputs[path] ?? [])
}

/** @param {readonly Outputs[string][]} loaded */
function bytesOf(loaded) {
  return loaded.reduce((sum, { bytes }) => sum + bytes, 0)
}

/**
 * @param {string} name of what loads it
 * @param {readonly string[]} packages that may be among it
 * @param {readonly Outputs[string][]} loaded
 */
function demandNoOther(name, packages, loaded) {
  const used = loaded.flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  )
  const other = used.filter(
    (path) =>
      path.includes('node_modules/') && !packages.some((one) => path.includes(`node_modules/${one}/`)),
  )
  if (other.length === 0) return
  throw new SetupError(`${name}: ${other.join(', ')} would be loaded too.
Import types alone (import type), or all when it is needed (import()); "npx esbuild --analyze=verbose" tells what imports it.`)
}

/** @param {string} entry @param {Outputs} outputs */
function outputOf(entry, outputs) {
  const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === entry) ?? []
  if (path === undefined)
    throw new SetupError(`${entry} has no bundle of its own: see scripts/bundle-sizes.mjs.`)
  return path
}
