// The Mocha suite in desktop VS Code: `npm run test:desktop`. Not part of `npm test`, since it downloads VS Code.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from '@vscode/test-cli'
import { editorsFolder } from './scripts/lib/paths.mjs'

const versions = ['1.91.1', 'stable']

/** A folder to open, which tests put their files into and clear. One for good: editors load this file too. */
function workspaceFolder(/** @type {string} */ version) {
  const folder = join(editorsFolder, `workspace-${version}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

export default defineConfig(
  versions.map((version) => ({
    label: version,
    version,
    files: 'out/test/suite/*.test.cjs',
    workspaceFolder: workspaceFolder(version),
    mocha: { ui: 'bdd', timeout: 20_000 },
  })),
)
