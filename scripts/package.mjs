// Makes specmark.vsix: the extension as it is installed, with production bundles and nothing else.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { installDependencies, requireNode } from './lib/dependencies.mjs'
import { packageFile, root } from './lib/paths.mjs'
import { run, runMain, SetupError } from './lib/processes.mjs'

const largest = 1_000_000

await runMain(async () => {
  requireNode()
  await installDependencies()
  // On a fresh clone it is there only now.
  const { createVSIX } = await import('@vscode/vsce')
  await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'], { cwd: root })
  await createVSIX({
    cwd: root,
    packagePath: packageFile,
    // Everything is bundled, and in a workspace npm's list of dependencies is not the extension's.
    dependencies: false,
    // The repository's README shows pictures and links to pages that are not in the package.
    readmePath: 'client/README.md',
    // The manifest names no repository, which relative links would need to lead anywhere.
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  })
  const { size } = statSync(packageFile)
  if (size > largest) throw new SetupError(`specmark.vsix is ${size} bytes: more than ${largest}.`)
  return 0
})
