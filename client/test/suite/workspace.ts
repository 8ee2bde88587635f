import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as vscode from 'vscode'

const fixtures = join(__dirname, '..', '..', '..', 'client', 'test', 'fixtures')

/** One test's own copy of a fixture, inside the opened folder. */
export interface TestWorkspace {
  readonly folder: vscode.Uri
  /** Opens one of its files in an editor. `path` is relative to the fixture. */
  open(path: string): Promise<vscode.TextEditor>
  uri(path: string): vscode.Uri
}

/**
 * Gives each test of the surrounding `describe` its own copy of a fixture, and takes it away after the test with every
 * editor on it.
 */
export function useWorkspace(fixture: string): TestWorkspace {
  let folder: vscode.Uri | undefined
  beforeEach(async () => {
    const [opened] = vscode.workspace.workspaceFolders ?? []
    if (!opened) throw new Error('The tests run in an editor with an opened folder.')
    await mkdir(opened.uri.fsPath, { recursive: true })
    const copy = await mkdtemp(join(opened.uri.fsPath, `${fixture}-`))
    await cp(join(fixtures, fixture), copy, { recursive: true })
    folder = vscode.Uri.file(copy)
  })
  afterEach(async () => {
    await closeAllEditors()
    if (folder) await rm(folder.fsPath, { recursive: true, force: true, maxRetries: 5 })
    folder = undefined
  })
  const current = (): vscode.Uri => {
    if (!folder) throw new Error('A test workspace exists only while a test runs.')
    return folder
  }
  const uri = (path: string) => vscode.Uri.joinPath(current(), path)
  return {
    get folder() {
      return current()
    },
    uri,
    open: async (path) => vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri(path))),
  }
}

/** Closes every editor without asking: unsaved changes are reverted first, since a dialog would fail the test. */
async function closeAllEditors(): Promise<void> {
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
}
