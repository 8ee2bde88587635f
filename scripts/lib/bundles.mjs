import { join } from 'node:path'
import { inAscii } from './in-ascii.mjs'
import { root } from './paths.mjs'

/**
 * How what ships is bundled: the extension's two programs into dist/, the npm package's into server/dist/.
 *
 * @param {{ production: boolean }} options whether as it ships: small, and without source maps
 * @returns {readonly import('esbuild').BuildOptions[]}
 */
export function bundles({ production }) {
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
    alias: {
      // The same in ES modules: what nobody uses of it is left out.
      yaml: join(root, 'node_modules/yaml/browser/dist/index.js'),
      // Once, and not a copy for each library that brings its own.
      'vscode-languageserver-types': join(root, 'node_modules/vscode-languageserver-types/lib/esm/main.js'),
    },
    metafile: true,
    plugins: [inAscii()],
    logLevel: 'warning',
  }
  return [extension(common), npmPackage(common)]
}

/**
 * What VS Code loads. CommonJS: it requires the client, and forks the server. What talks to the server is a bundle of its own,
 * fifteen times as large as the extension, which would else be read before anything is shown; and so is what the server does, all of
 * which would else be read before it answers.
 *
 * @param {import('esbuild').BuildOptions} common
 * @returns {import('esbuild').BuildOptions}
 */
function extension(common) {
  return {
    ...common,
    format: 'cjs',
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    entryPoints: {
      client: 'client/src/node/extension.ts',
      'node-client': 'client/src/node/node-client.ts',
      server: 'server/src/node/server.ts',
      serve: 'server/src/node/serve.ts',
    },
    external: ['vscode'],
    plugins: [...(common.plugins ?? []), loadedLater('./node-client', './serve')],
    // As `require`, through which VS Code gives an extension its `vscode`.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'importMetaUrl' },
    banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  }
}

/**
 * Leaves modules that are imported when they are needed to the bundles of their names.
 *
 * @param {readonly string[]} names
 * @returns {import('esbuild').Plugin}
 */
function loadedLater(...names) {
  return {
    name: 'loaded-later',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        names.includes(path) && kind === 'dynamic-import'
          ? { path: `${path}.cjs`, external: true }
          : undefined,
      )
    },
  }
}

/**
 * The npm package `specmark`.
 *
 * @param {import('esbuild').BuildOptions} common
 * @returns {import('esbuild').BuildOptions}
 */
function npmPackage(common) {
  return {
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
}
