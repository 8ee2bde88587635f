import { strict as assert } from 'node:assert'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as vscode from 'vscode'
import { ruleOf, waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

/** Process IDs of the language servers that this extension host has forked. */
async function servers(): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,args='])
  return stdout
    .split('\n')
    .filter((line) => line.includes('server.cjs') && line.includes(`--clientProcessId=${process.pid}`))
    .map((line) => Number.parseInt(line, 10))
}

describe('the server', () => {
  const workspace = useWorkspace('specs')

  before(function () {
    if (process.platform !== 'win32') return
    console.log('Skipped on Windows: there is no ps to find the server with.')
    this.skip()
  })

  async function openWithFinding(): Promise<vscode.TextEditor> {
    const editor = await workspace.open('lantern.md')
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '<<<<<<< ours\n>>>>>>> theirs\n'))
    await waitForConflict(editor)
    return editor
  }

  async function waitForConflict({ document }: vscode.TextEditor): Promise<void> {
    await waitForFindings(document.uri, 'the conflict marker', (findings) =>
      findings.some((finding) => ruleOf(finding) === 'structure/conflict-marker'),
    )
  }

  async function waitForNothing({ document }: vscode.TextEditor): Promise<void> {
    await waitForFindings(document.uri, 'no findings', (findings) => findings.length === 0)
  }

  it('is started again after a crash, and checks what is open', async () => {
    const editor = await openWithFinding()
    const [pid] = await servers()
    assert.ok(pid, 'a server runs')
    const gone = waitForNothing(editor)
    process.kill(pid, 'SIGKILL')
    await gone
    await waitForConflict(editor)
    assert.equal((await servers()).includes(pid), false)
  })

  it('is another one after the restart command', async () => {
    const editor = await openWithFinding()
    const before = await servers()
    await vscode.commands.executeCommand('specmark.restartServer')
    await waitForConflict(editor)
    const after = await servers()
    assert.equal(after.length, 1)
    assert.notDeepEqual(after, before)
  })
})
