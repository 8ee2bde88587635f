import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import { packageFile, root } from '../../../scripts/lib/paths.mjs'
import { run } from '../../../scripts/lib/processes.mjs'
import { startVSCodeServer, type VSCodeServer } from '../../../scripts/lib/vscode-server.mjs'
import { installVSCodeServer } from '../../../scripts/lib/vscode-server-install.mjs'
import { Editor } from './editor'

export { expect } from '@playwright/test'

export interface TestOptions {
  /** The folder under `client/test/fixtures` that the test gets a copy of, or an absolute path. */
  readonly fixture: string
}

export interface TestFixtures {
  /** Absolute path of the test's own copy of the fixture, which the editor has opened. */
  readonly workspace: string
  /** VS Code with the extension loaded from this repository, in its default settings. */
  readonly editor: Editor
}

export interface WorkerOptions {
  /** Whether the editor loads the extension from this repository, or has the packaged one installed. */
  readonly extension: 'development' | 'packaged'
  /** Folder names of VS Code's own extensions that it is to start without. */
  readonly without: readonly string[]
}

export interface WorkerFixtures {
  readonly server: VSCodeServer
}

/** Playwright's `test` for what a person sees: each test has an editor of its own on a folder of its own. */
export const test = base.extend<TestOptions & TestFixtures, WorkerOptions & WorkerFixtures>({
  fixture: ['specs', { option: true }],
  extension: ['development', { option: true, scope: 'worker' }],
  without: [[], { option: true, scope: 'worker' }],
  workspace: async ({ fixture }, use) => {
    await withScratch('workspace', async (parent) => {
      // The name is on the screenshots.
      const folder = join(parent, basename(fixture))
      await cp(resolve(root, 'client', 'test', 'fixtures', fixture), folder, { recursive: true })
      await use(folder)
    })
  },
  editor: async ({ page, server, workspace, extension }, use) => {
    const payload = extension === 'development' ? { extensionDevelopmentPath: root } : {}
    await use(await Editor.open(page, server.url(workspace, payload), workspace))
  },
  server: [
    async ({ extension, without }, use) => {
      const home = await installVSCodeServer()
      await withScratch('data', async (dataFolder) => {
        if (extension === 'packaged') await installPackage(home, dataFolder)
        const builtIn = without.length > 0 ? await builtInWithout(home, dataFolder, without) : undefined
        const server = await startVSCodeServer({ home, dataFolder, builtIn })
        try {
          await use(server)
        } finally {
          await server.stop()
        }
      })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

async function installPackage(home: string, dataFolder: string): Promise<void> {
  if (!existsSync(packageFile)) throw new Error('There is no specmark.vsix: run `npm run package` first.')
  const command = [join(home, 'out', 'server-main.js'), '--install-extension', packageFile]
  await run(process.execPath, [...command, '--server-data-dir', dataFolder], { quiet: true })
}

async function builtInWithout(home: string, dataFolder: string, without: readonly string[]): Promise<string> {
  const folder = join(dataFolder, 'built-in')
  await mkdir(folder)
  const all = await readdir(join(home, 'extensions'))
  for (const name of all.filter((one) => !without.includes(one)))
    await symlink(join(home, 'extensions', name), join(folder, name))
  return folder
}

async function withScratch(name: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `specmark-${name}-`)))
  try {
    await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
