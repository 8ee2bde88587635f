// Takes the pictures of the README from the running editor: `npm run screenshot` writes docs/images/specmark.png,
// specmark-dark.png beside it, specs.png, and preview.png.
import { join } from 'node:path'
import { requireChromium } from './lib/chromium.mjs'
import { root } from './lib/paths.mjs'
import { run, runMain } from './lib/processes.mjs'
import { installVSCodeServer } from './lib/vscode-server-install.mjs'

await runMain(async () => {
  await run(process.execPath, [join(root, 'scripts', 'package.mjs')], { cwd: root })
  await installVSCodeServer()
  await requireChromium()
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  await run(process.execPath, [playwright, 'test', '-c', 'client/test/screenshot'], { cwd: root })
  return 0
})
