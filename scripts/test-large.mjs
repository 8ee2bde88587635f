// Opens a folder of 10,000 specifications in VS Code, types in it and searches it: `npm run test:large`; of fewer with
// SPECMARK_SPECS=1000.
import { join } from 'node:path'
import { requireChromium } from './lib/chromium.mjs'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { root } from './lib/paths.mjs'
import { run, runMain } from './lib/processes.mjs'
import { installVSCodeServer } from './lib/vscode-server-install.mjs'

await runMain(async () => {
  requireNode()
  await installDependencies()
  await run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root })
  await installVSCodeServer()
  await requireChromium()
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  await run(process.execPath, [playwright, 'test', '-c', 'client/test/large'], { cwd: root })
  return 0
})
