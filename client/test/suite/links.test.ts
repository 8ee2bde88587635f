import { strict as assert } from 'node:assert'
import { readFile } from 'node:fs/promises'
import * as vscode from 'vscode'
import { findingsOf, ruleOf, waitFor, waitForFindings } from './waiting'
import { useWorkspace } from './workspace'

/** Where the harbour's specification links to the lantern's. */
const LINK = '[lanterns](lantern.md#functional-requirements)'

describe('beside what VS Code itself does with links', () => {
  const crossing = useWorkspace('crossing')
  afterEach(async () => {
    await set('markdown.validate.enabled', undefined)
    await set('markdown.updateLinksOnFileMove.enabled', undefined)
  })

  /** Every finding, whoever tells it, on a link to a file that is not there. */
  async function findingsOfBrokenLink(): Promise<readonly string[]> {
    const { document } = await crossing.open('specs/harbour.md')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, document.positionAt(document.getText().indexOf(LINK)), '[fog](fog.md) ')
    await vscode.workspace.applyEdit(edit)
    const at = document.positionAt(document.getText().indexOf('fog.md'))
    const read = () => {
      const found = vscode.languages.getDiagnostics(document.uri).filter(({ range }) => range.contains(at))
      return found.length > 0 ? found : undefined
    }
    const found = await waitFor('a broken link', read, vscode.languages.onDidChangeDiagnostics)
    return found.map((finding) => (finding.source === 'specmark' ? ruleOf(finding) : 'VS Code'))
  }

  it('tells of a broken link, where VS Code does not', async () => {
    assert.deepEqual(await findingsOfBrokenLink(), ['reference/broken-link'])
  })

  it('leaves it to VS Code where that validates links', async () => {
    await set('markdown.validate.enabled', true)
    assert.deepEqual(await findingsOfBrokenLink(), ['VS Code'])
    // The server answers in order: once it has found what is typed now, it has judged the link.
    const uri = crossing.uri('specs/harbour.md')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(uri, new vscode.Position(0, 0), '<!-- specmark-disable-next-line id/nothing -->\n')
    await vscode.workspace.applyEdit(edit)
    await waitForFindings(uri, 'an unknown rule', (found) => found.some(isOf('suppression/unknown-rule')))
    assert.deepEqual(findingsOf(uri).filter(isOf('reference/broken-link')), [])
  })

  for (const setting of ['never', 'always'] as const) {
    it(`has a link follow its file once, with the editor’s own updating set to “${setting}”`, async () => {
      await set('markdown.updateLinksOnFileMove.enabled', setting)
      const { document } = await crossing.open('specs/harbour.md')
      await waitForFindings(document.uri, 'findings', (found) => found.length > 0)
      await move(crossing.uri('specs/lantern.md'), crossing.uri('specs/street-lamp.md'))
      const text = await waitFor(
        'a link that has followed',
        () => (document.getText().includes('street-lamp.md') ? document.getText() : undefined),
        vscode.workspace.onDidChangeTextDocument,
      )
      assert.equal(text.includes(LINK.replace('lantern.md', 'street-lamp.md')), true, text)
      assert.equal(text.split('street-lamp.md').length, 2, text)
      assert.equal(text.includes('lantern.md'), false, text)
      // Nothing is to be written any more when the folder goes.
      await document.save()
    })
  }
})

describe('a file whose links followed another one', () => {
  const crossing = useWorkspace('crossing')
  beforeEach(() => set('files.autoSave', 'off'))
  afterEach(() => set('files.autoSave', undefined))

  it('is saved where it was as on the disk', async () => {
    const uri = crossing.uri('specs/harbour.md')
    const saved: string[] = []
    const subscription = vscode.workspace.onDidSaveTextDocument(
      (document) => void saved.push(document.uri.path),
    )
    try {
      const { document } = await crossing.open('specs/lantern.md')
      await untilNamedBy(uri, document)
      await move(document.uri, crossing.uri('specs/street-lamp.md'))
      const isSaved = () => (saved.includes(uri.path) ? true : undefined)
      await waitFor('a saved link', isSaved, vscode.workspace.onDidSaveTextDocument)
    } finally {
      subscription.dispose()
    }
    assert.match(await readFile(uri.fsPath, 'utf8'), /\(street-lamp\.md#functional-requirements\)/)
  })

  it('is left unsaved where it was not', async () => {
    const { document } = await crossing.open('specs/harbour.md')
    await waitForFindings(document.uri, 'findings', (found) => found.length > 0)
    const before = await readFile(document.uri.fsPath, 'utf8')
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(8, 0), 'Ships come in at night.')
    await vscode.workspace.applyEdit(edit)
    await move(crossing.uri('specs/lantern.md'), crossing.uri('specs/street-lamp.md'))
    assert.equal(document.isDirty, true)
    assert.equal(await readFile(document.uri.fsPath, 'utf8'), before)
  })
})

/** Settles when the server knows that a closed file names the document's first requirement: of new files it learns by their events. */
async function untilNamedBy(file: vscode.Uri, document: vscode.TextDocument): Promise<void> {
  const requirement = document.positionAt(document.getText().indexOf('REQ-001'))
  let places: readonly vscode.Location[] = []
  while (!places.some(({ uri }) => uri.path === file.path)) {
    places = await vscode.commands.executeCommand(
      'vscode.executeReferenceProvider',
      document.uri,
      requirement,
    )
  }
}

/** As by hand in the explorer. */
async function move(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit()
  edit.renameFile(from, to)
  assert.equal(await vscode.workspace.applyEdit(edit), true)
}

function isOf(rule: string): (finding: vscode.Diagnostic) => boolean {
  return (finding) => ruleOf(finding) === rule
}

async function set(setting: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration().update(setting, value, vscode.ConfigurationTarget.Workspace)
}
