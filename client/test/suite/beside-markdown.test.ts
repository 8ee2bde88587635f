import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

describe('beside VS Code’s own Markdown support', () => {
  const folds = useWorkspace('folds')

  it('folds front matter of a spec, and adds nothing to what is folded already', async () => {
    // The server answers in order: once it has checked a spec opened later, it has looked at the README.
    const readme = await folds.open('README.md')
    const spec = await folds.open('bell.md')
    await waitForFindings(spec.document.uri, 'findings', (findings) => findings.length > 0)
    assert.deepEqual(await foldedLines(readme.document), ['# Bells … - loud', '- of bronze … - loud'])
    assert.deepEqual(await foldedLines(spec.document), [
      '--- … ---',
      '# Specification: Bell … reads this -->',
      // As VS Code folds: of two blank lines one stays.
      '## Functional Requirements … ',
      '1. **[REQ-001]** The bell MUST ring … - often',
      '2. **[REQ-002]** The bell MUST NOT crack … ',
      '## Acceptance Criteria … reads this -->',
      '<!-- nobody … reads this -->',
    ])
  })

  it('has every heading and every item in the outline once', async () => {
    const { document } = await folds.open('bell.md')
    await waitForFindings(document.uri, 'findings', (findings) => findings.length > 0)
    const roots = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    )
    const names = (symbols: readonly vscode.DocumentSymbol[]): string[] =>
      symbols.flatMap(({ name, children }) => [name, ...names(children)])
    assert.deepEqual(names(roots).sort(), [
      '# Specification: Bell',
      '## Acceptance Criteria',
      '## Functional Requirements',
      'AC-1: Given a bell, when it is struck, then it rings (REQ-001)',
      'REQ-001: The bell MUST ring',
      'REQ-002: The bell MUST NOT crack',
    ])
  })
})

/** First and last line of each range that VS Code shows, whoever gave it. */
async function foldedLines(document: vscode.TextDocument): Promise<readonly string[]> {
  const ranges = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  )
  const line = (number: number) => document.lineAt(number).text.trim()
  return ranges.map(({ start, end }) => `${line(start)} … ${line(end)}`)
}
