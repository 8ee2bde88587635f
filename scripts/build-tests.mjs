// Bundles the tests that run inside VS Code, and what starts them, into out/test/.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { bundledTests, root } from './lib/paths.mjs'
import { runMain } from './lib/processes.mjs'

await runMain(async () => {
  rmSync(bundledTests, { recursive: true, force: true })
  /** @type {import('esbuild').BuildOptions} */
  const common = {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  }
  await build({
    ...common,
    // The extension host requires its tests, and gives them the same `vscode` and one Mocha.
    format: 'cjs',
    outdir: 'out/test/suite',
    outExtension: { '.js': '.cjs' },
    entryPoints: [...suites(), 'client/test/suite/index.ts'],
    external: ['vscode', 'mocha'],
  })
  await build({
    ...common,
    format: 'esm',
    outdir: 'out/test/harness',
    outExtension: { '.js': '.mjs' },
    entryPoints: ['client/test/harness/run-suite.ts'],
    packages: 'external',
    // The scripts find the repository by their own place. out/test/harness lies as deep as client/test/harness, so that
    // the relative imports hold.
    external: ['../../../scripts/*'],
  })
  return 0
})

function suites() {
  const names = readdirSync(join(root, 'client/test/suite')).filter((name) => name.endsWith('.test.ts'))
  return names.map((name) => `client/test/suite/${name}`)
}
