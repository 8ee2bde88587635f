import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { waitFor, waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

/** What the keybinding of Enter runs; the test of its condition presses the key. */
async function pressEnter(): Promise<void> {
  await vscode.commands.executeCommand('type', { text: '\n' })
  await vscode.commands.executeCommand('specmark.afterEnter')
}

describe('Enter', () => {
  const specs = useWorkspace('specs')

  /** The spec with the cursor behind the first line that holds words. */
  async function openAt(words: string): Promise<vscode.TextEditor> {
    const editor = await specs.open('lantern.md')
    const { document } = editor
    await waitForFindings(document.uri, 'findings', (findings) => findings.length > 0)
    const end = document.lineAt(document.positionAt(document.getText().indexOf(words)).line).range.end
    editor.selection = new vscode.Selection(end, end)
    return editor
  }

  it('begins the next item, where the text goes on to be typed', async () => {
    const { document } = await openAt('[REQ-002]')
    await pressEnter()
    await vscode.commands.executeCommand('type', { text: 'It MUST glow.' })
    assert.equal(document.lineAt(17).text, '3. **[REQ-003]** It MUST glow.')
  })

  it('is taken back by one undo, and the text typed behind it by one before', async () => {
    const { document } = await openAt('**AC-2**')
    const before = document.getText()
    await pressEnter()
    const begun = document.getText()
    assert.equal(begun, `${before.trimEnd()}\n- [ ] **AC-3**: \n`)
    await vscode.commands.executeCommand('type', { text: 'Given' })
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), begun)
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), before)
    await vscode.commands.executeCommand('redo')
    assert.equal(document.getText(), begun)
  })

  it('ends the list behind an empty item, with the cursor in the empty line', async () => {
    const editor = await openAt('[REQ-002]')
    await pressEnter()
    await pressEnter()
    assert.equal(editor.document.lineAt(17).text, '')
    assert.equal(editor.document.lineAt(18).text, '')
    const start = new vscode.Position(17, 0)
    await waitFor(
      'the cursor in the empty line',
      () => (editor.selection.active.isEqual(start) ? true : undefined),
      vscode.window.onDidChangeTextEditorSelection,
    )
  })

  it('keeps the line endings of the file', async () => {
    const editor = await openAt('[REQ-002]')
    await editor.edit((builder) => builder.setEndOfLine(vscode.EndOfLine.CRLF))
    await pressEnter()
    assert.match(editor.document.getText(), /\r\n3\. \*\*\[REQ-003\]\*\* \r\n/)
    await pressEnter()
    assert.doesNotMatch(editor.document.getText(), /REQ-003|[^\r]\n/)
  })

  it('leaves the line break alone where somebody has typed on', async () => {
    const { document } = await openAt('[REQ-002]')
    await vscode.commands.executeCommand('type', { text: '\n' })
    await vscode.commands.executeCommand('type', { text: 'and' })
    await vscode.commands.executeCommand('specmark.afterEnter')
    assert.equal(document.lineAt(17).text, 'and')
  })

  it('does nothing where the key has typed no line break', async () => {
    const { document } = await openAt('[REQ-002]')
    const before = document.getText()
    await vscode.commands.executeCommand('specmark.afterEnter')
    assert.equal(document.getText(), before)
  })
})
