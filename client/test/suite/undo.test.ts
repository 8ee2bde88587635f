import { strict as assert } from 'node:assert'
import { readFile, rm } from 'node:fs/promises'
import * as vscode from 'vscode'
import { moveStatus } from '../../src/common/move-status'
import { toggleCheckbox } from '../../src/common/toggle-checkbox'
import { waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

/** Actions of one place that VS Code is asked to resolve: more than are ever offered. */
const MOST_ACTIONS = 60

async function undoUntil(document: vscode.TextDocument, text: string): Promise<void> {
  await vscode.commands.executeCommand('undo')
  assert.equal(document.getText(), text)
}

describe('every edit is taken back by one undo, to the same bytes', () => {
  const mistakes = useWorkspace('mistakes')
  const specs = useWorkspace('specs')

  it('of every box, on the disk too', async () => {
    const { document } = await specs.open('lantern.md')
    const before = document.getText()
    let toggled = 0
    for (let line = 0; line < document.lineCount; line++) {
      if (!/^\s*[-*] \[[ x]\]/.test(document.lineAt(line).text)) continue
      const isDone = await vscode.commands.executeCommand(
        'specmark.toggleCheckbox',
        document.uri.toString(),
        new vscode.Position(line, 3),
      )
      assert.equal(isDone, true)
      assert.equal(document.isDirty, false)
      assert.notEqual(await readFile(document.uri.fsPath, 'utf8'), before)
      await undoUntil(document, before)
      await document.save()
      assert.equal(await readFile(document.uri.fsPath, 'utf8'), before)
      toggled++
    }
    assert.ok(toggled > 0)
  }).timeout(60_000)

  it('of every quick fix and refactoring', async () => {
    const { document } = await mistakes.open('lantern.md')
    await waitForFindings(document.uri, 'findings', ({ length }) => length > 0)
    const before = document.getText()
    const made = new Set<string>()
    for (let line = 0; line < document.lineCount; line++) {
      const { range } = document.lineAt(line)
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        range,
        undefined,
        MOST_ACTIONS,
      )
      for (const { title, edit } of actions) {
        if (edit === undefined || made.has(title)) continue
        assert.equal(await vscode.workspace.applyEdit(edit), true, title)
        assert.notEqual(document.getText(), before, title)
        await undoUntil(document, before)
        made.add(title)
      }
    }
    assert.ok(made.size > 20, `only ${made.size} actions were offered: ${[...made].join(', ')}`)
  }).timeout(180_000)
})

describe('a spec that cannot be changed', () => {
  const specs = useWorkspace('specs')
  // It is not asked: what is wrong with the file is found before.
  const client = undefined as never
  const at = new vscode.Position(20, 3)

  it('is told as a file that is gone', async () => {
    const uri = specs.uri('lantern.md')
    await rm(uri.fsPath)
    await assert.rejects(toggleCheckbox(client, uri, at), /lantern\.md is no longer there\./)
    await assert.rejects(moveStatus(client, uri), /lantern\.md is no longer there\./)
  })
})
