// The Mocha suite in desktop VS Code: `npm run test:desktop`. Not part of `npm test`, since it downloads VS Code.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@vscode/test-cli'

const versions = ['1.91.1', 'stable']

export default defineConfig(
  versions.map((version) => ({
    label: version,
    version,
    files: 'out/test/suite/*.test.cjs',
    workspaceFolder: mkdtempSync(join(tmpdir(), 'specmark-desktop-')),
    mocha: { ui: 'bdd', timeout: 20_000 },
  })),
)
