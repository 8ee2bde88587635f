import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { specmark } from './extension'
import { waitFor } from './waiting'

/** Milliseconds: four times what activation may take where nothing else runs. */
const most = 400

/** Milliseconds, as VS Code itself has measured them. */
interface ActivationTimes {
  readonly load: number
  readonly activate: number
}

describe('the time that activation takes', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'))

  it('is within what nobody notices', async () => {
    await specmark().activate()
    // "Developer: Startup Performance": what it shows is a document.
    await vscode.commands.executeCommand('perfview.show')
    const { load, activate } = await waitFor(
      'the figures of Startup Performance',
      activationTimes,
      vscode.workspace.onDidOpenTextDocument,
      vscode.workspace.onDidChangeTextDocument,
    )
    const told = `Activation: ${load} ms to load the extension, ${activate} ms in activate()`
    console.info(told)
    assert.ok(load + activate < most, told)
  })
})

function activationTimes(): ActivationTimes | undefined {
  const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')
  const rows = (shown?.getText() ?? '').split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  const heads = rows.find(([, first]) => first === 'Extension')
  const ours = rows.find(([, first]) => first === specmark().id)
  if (heads === undefined || ours === undefined) return undefined
  const figure = (head: string) => Number(ours[heads.indexOf(head)])
  return { load: figure('Load Code'), activate: figure('Call Activate') }
}
