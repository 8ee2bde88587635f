import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { findingsOf, waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

describe('a plain README', () => {
  const plain = useWorkspace('plain')
  const specs = useWorkspace('specs')

  it('gets no finding, lens or completion from Specmark', async () => {
    // The server answers in order: once it has checked a spec opened later, it has looked at the README.
    const { document } = await plain.open('README.md')
    const spec = await specs.open('lantern.md')
    await waitForFindings(spec.document.uri, 'findings', (findings) => findings.length > 0)
    assert.deepEqual(findingsOf(document.uri), [])
    const lenses = await vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri)
    assert.deepEqual(lenses, [])
    const end = document.lineAt(document.lineCount - 1).range.end
    const completions = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end,
      '[',
    )
    const offered = completions.items.map(({ label }) => (typeof label === 'string' ? label : label.label))
    assert.deepEqual(
      offered.filter((label) => /^(REQ|AC|TEST|GH|UTF|SHA)-/.test(label)),
      [],
    )
  })
})
