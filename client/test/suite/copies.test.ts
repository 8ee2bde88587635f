import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { findingsOf, waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

/** A spec with a reference to nothing. */
const spec = `# Specification: Tide gauge

**ID**: SPEC-2026-04-01-001
**Status**: Draft
**Created**: 2026-04-01
**Last Updated**: 2026-04-01

## What

### Functional Requirements

1. **[REQ-001]** The gauge MUST report every minute, as REQ-009 asks.
`

/** What is used here of the interface that VS Code's own Git extension gives to others. */
interface GitExtension {
  getAPI(version: 1): {
    openRepository(root: vscode.Uri): Promise<unknown>
    toGitUri(uri: vscode.Uri, ref: string): vscode.Uri
  }
}

describe('a side of a diff that is a copy', () => {
  const workspace = useWorkspace('specs')
  const disposables: vscode.Disposable[] = []
  afterEach(() => {
    for (const disposable of disposables.splice(0)) disposable.dispose()
  })

  it('gets nothing as the last commit of a spec', async () => {
    const own = await writeSpec(workspace.uri('gauge.md'))
    await commit(workspace.folder.fsPath)
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git')
    if (!extension) throw new Error("VS Code's Git extension is missing.")
    const git = (await extension.activate()).getAPI(1)
    await git.openRepository(workspace.folder)
    await expectNothingBeside(own, git.toGitUri(own, 'HEAD'))
  })

  it('gets nothing as the document of another extension', async () => {
    const own = await writeSpec(workspace.uri('gauge.md'))
    const scheme = 'specmark-test-copy'
    const provider = { provideTextDocumentContent: () => spec }
    disposables.push(vscode.workspace.registerTextDocumentContentProvider(scheme, provider))
    await expectNothingBeside(own, own.with({ scheme }))
  })
})

describe('a document that has no file yet', () => {
  useWorkspace('specs')

  it('is checked', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: spec })
    await vscode.window.showTextDocument(document)
    const findings = await waitForFindings(document.uri, 'findings', (found) => found.length > 0)
    assert.equal(
      findings.some(({ message }) => message.includes('REQ-009')),
      true,
    )
  })
})

async function writeSpec(uri: vscode.Uri): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(spec))
  return uri
}

async function commit(folder: string): Promise<void> {
  const git = (...args: readonly string[]) => promisify(execFile)('git', [...args], { cwd: folder })
  const author = ['-c', 'user.name=Tide', '-c', 'user.email=tide@example.org', '-c', 'commit.gpgsign=false']
  await git('init', '--quiet')
  await git('add', '.')
  await git(...author, 'commit', '--quiet', '--no-verify', '-m', 'Add the gauge')
}

/** Shows the copy beside the file itself, which is checked. The server looks at documents in the order of opening. */
async function expectNothingBeside(own: vscode.Uri, copy: vscode.Uri): Promise<void> {
  await vscode.commands.executeCommand('vscode.diff', copy, own)
  const opened = await vscode.workspace.openTextDocument(copy)
  assert.equal(opened.languageId, 'markdown')
  assert.equal(opened.getText(), spec)
  await waitForFindings(own, 'findings', (findings) => findings.length > 0)
  assert.deepEqual(findingsOf(copy), [])
  assert.deepEqual(await vscode.commands.executeCommand('vscode.executeCodeLensProvider', copy), [])
}
