// Makes specmark.vsix: the extension as it is installed, with production bundles and nothing else.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createVSIX } from '@vscode/vsce'
import { packageFile, root } from './lib/paths.mjs'
import { run, runMain, SetupError } from './lib/processes.mjs'

const largest = 1_000_000

await runMain(async () => {
  await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'], { cwd: root })
  await createVSIX({
    cwd: root,
    packagePath: packageFile,
    // Everything is bundled, and in a workspace npm's list of dependencies is not the extension's.
    dependencies: false,
    // The links of the README would need an address of the repository to lead anywhere.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  })
  const { size } = statSync(packageFile)
  if (size > largest) throw new SetupError(`specmark.vsix is ${size} bytes: more than ${largest}.`)
  return 0
})
