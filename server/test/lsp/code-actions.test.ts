import { describe, expect, it } from 'vitest'
import {
  type CodeAction,
  CodeActionTriggerKind,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { behind, rangeOf, rulesOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, hostOf, initialized, MODERN, type TestClient } from './support/test-client'

const TEXT = SPEC.replace('- [x] **AC-1**', '- [✓] **AC-1**').replace('(REQ-002)', '(REQ-022)')

function actionsAt(client: TestClient, part: string, only?: string[]): Promise<CodeAction[]> {
  return client.connection.sendRequest('textDocument/codeAction', {
    textDocument: { uri: SPEC_URI },
    range: rangeOf(TEXT, part),
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  })
}

const resolved = (client: TestClient, action: CodeAction) =>
  client.connection.sendRequest<CodeAction>('codeAction/resolve', action)

function editOf({ edit }: CodeAction): TextDocumentEdit {
  return edit?.documentChanges?.[0] as TextDocumentEdit
}

async function opened(capabilities = MODERN): Promise<TestClient> {
  const client = await initialized({ capabilities })
  await client.open(SPEC_URI, TEXT)
  return client
}

describe('quick fixes', () => {
  it('are listed with the finding and without an edit, which comes when one is chosen', async () => {
    const client = await opened()
    const actions = await actionsAt(client, 'REQ-022', ['quickfix'])
    expect(actions.map(({ title }) => title)).toEqual([
      'Change REQ-022 to REQ-002',
      'Add requirement REQ-022',
      'Disable reference/unknown for this line',
      'Disable reference/unknown for this file',
    ])
    const [first] = actions
    expect(first).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'reference/unknown' }] })
    expect(first?.edit).toBeUndefined()
    expect(editOf(await resolved(client, first as CodeAction))).toEqual({
      textDocument: { uri: SPEC_URI, version: 1 },
      edits: [{ range: rangeOf(TEXT, 'REQ-022'), newText: 'REQ-002' }],
    })
  })

  it('are refused where the document has changed since they were offered', async () => {
    const client = await opened()
    const [first] = await actionsAt(client, 'REQ-022')
    await client.change(SPEC_URI, behind(TEXT, 'sleeping guests'), ' and bats')
    await expect(resolved(client, first as CodeAction)).rejects.toThrow('has changed since')
  })

  it('have their edits at once where the client cannot ask for them later', async () => {
    const codeAction = { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } }
    const client = await opened({ ...MODERN, textDocument: { ...MODERN.textDocument, codeAction } })
    const [first] = await actionsAt(client, 'REQ-022')
    expect(editOf(first as CodeAction).edits).toEqual([
      { range: rangeOf(TEXT, 'REQ-022'), newText: 'REQ-002' },
    ])
  })

  it('silence a finding in a list at the end of its line, so that the list stays one', async () => {
    const client = await opened()
    const [action] = (await actionsAt(client, 'REQ-022')).filter(({ title }) => title.endsWith('this line'))
    const { edits } = editOf(await resolved(client, action as CodeAction))
    expect(edits).toEqual([
      {
        range: behind(TEXT, '(REQ-022)'),
        newText: ' <!-- specmark-disable-line reference/unknown -- why -->',
      },
    ])
  })

  it('have their reason selected where the client can, so that it is typed over', async () => {
    const workspaceEdit = { documentChanges: true, snippetEditSupport: true }
    const client = await opened({ ...MODERN, workspace: { ...MODERN.workspace, workspaceEdit } })
    const [action] = (await actionsAt(client, 'REQ-022')).filter(({ title }) => title.endsWith('this line'))
    expect(editOf(await resolved(client, action as CodeAction)).edits).toEqual([
      {
        range: behind(TEXT, '(REQ-022)'),
        snippet: {
          kind: 'snippet',
          value: ` <!-- specmark-disable-line reference/unknown -- \${1:why} -->`,
        },
      },
    ])
  })

  it('of several findings at one place stand before what silences them, each rule once', async () => {
    const client = await initialized({ capabilities: MODERN })
    const text = SPEC.replace('remember its last brightness', 'be fast, as REQ-022 says')
    await client.open(SPEC_URI, text)
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: rangeOf(text, 'be fast, as REQ-022 says'),
      context: { diagnostics: [], only: ['quickfix'] },
    })
    expect(actions.map(({ title }) => title)).toEqual([
      'Change REQ-022 to REQ-002',
      'Add requirement REQ-022',
      'Disable requirement/vague-word for this line',
      'Disable reference/unknown for this line',
      'Disable requirement/vague-word for this file',
      'Disable reference/unknown for this file',
    ])
  })

  it('tick a line that speaks of a set, once the set is done', async () => {
    const done = SPEC.replaceAll('[ ] **AC', '[x] **AC')
    const client = await initialized({ capabilities: MODERN })
    await client.open(SPEC_URI, done)
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: rangeOf(done, 'All acceptance'),
      context: { diagnostics: [] },
    })
    expect(actions.map(({ title }) => title)).toEqual(['Tick this line: all 3 that it speaks of are done'])
    const { edits } = editOf(await resolved(client, actions[0] as CodeAction))
    const { end } = rangeOf(done, '## Definition of Done\n- [')
    expect(edits).toEqual([
      { range: { start: end, end: { ...end, character: end.character + 1 } }, newText: 'x' },
    ])
    expect(await actionsAt(await opened(), 'All acceptance')).toEqual([])
  })

  it('let an item follow the boxes below it, from any of their lines', async () => {
    const below = '- [ ] All acceptance criteria checked and validated\n  - [x] by us\n  - [x] by others\n'
    const text = SPEC.replace('- [ ] All acceptance criteria checked and validated\n', below)
    const client = await initialized({ capabilities: MODERN })
    await client.open(SPEC_URI, text)
    const titlesAt = async (part: string) => {
      const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: SPEC_URI },
        range: rangeOf(text, part),
        context: { diagnostics: [] },
      })
      return actions.map(({ title }) => title)
    }
    const offer = ['Tick “All acceptance criteria checked and…”: all 2 items below it are done']
    expect(await titlesAt('by others')).toEqual(offer)
    expect(await titlesAt('All acceptance')).toEqual(offer)
    await client.change(SPEC_URI, rangeOf(text, '[x] by us'), '[ ] by us')
    expect(await titlesAt('by others')).toEqual([])
  })

  it('are none where nothing is found', async () => {
    expect(await actionsAt(await opened(), 'sleeping guests')).toEqual([])
  })

  it('that are not ours are refused with a reason', async () => {
    const client = await opened()
    await expect(resolved(client, { title: 'Other', data: { x: 1 } })).rejects.toThrow(
      'no code action of Specmark',
    )
  })
})

describe('fixing all on save', () => {
  it('makes the safe fixes as one small edit', async () => {
    const client = await opened()
    const [action, ...others] = await actionsAt(client, 'Lantern dimming', ['source.fixAll'])
    expect(others).toEqual([])
    expect(action?.kind).toBe('source.fixAll.specmark')
    expect(editOf(action as CodeAction).edits).toEqual([{ range: rangeOf(TEXT, '✓'), newText: 'x' }])
  })

  it('is asked for by its own kind and those around it, and by no other', async () => {
    const client = await opened()
    const kinds = async (only: string[]) => (await actionsAt(client, '✓', only)).map(({ kind }) => kind)
    for (const only of ['source', 'source.fixAll', 'source.fixAll.specmark']) {
      expect(await kinds([only]), only).toEqual(['source.fixAll.specmark'])
    }
    expect(new Set(await kinds(['quickfix']))).toEqual(new Set(['quickfix']))
    for (const only of [
      'source.fixAll.eslint',
      'source.organizeImports',
      'source.fixAllOthers',
      'refactor.inline',
    ]) {
      expect(await kinds([only]), only).toEqual([])
    }
  })

  it('is made of the text as it is now, whatever was asked before', async () => {
    const client = await opened()
    await actionsAt(client, '✓', ['source.fixAll'])
    await client.change(SPEC_URI, rangeOf(TEXT, '✓'), 'x')
    expect(await actionsAt(client, 'AC-1', ['source.fixAll'])).toEqual([])
  })

  it('is not offered where nothing is safe to fix, nor without being asked for', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect(await actionsAt(client, 'Lantern dimming', ['source.fixAll.specmark'])).toEqual([])
    expect((await actionsAt(await opened(), '✓')).map(({ kind }) => kind)).not.toContain(
      'source.fixAll.specmark',
    )
  })
})

describe('fixing all on save, beside files that are not known,', () => {
  const silent = (rule: string) =>
    SPEC.replace('## Why', `<!-- specmark-disable-next-line ${rule} -- kept on purpose -->\n\n## Why`)
  const fixAll = (client: TestClient) =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll.specmark'] },
    })

  it.each(['metadata/duplicate-id', 'reference/unknown-spec', 'reference/ambiguous', ''])(
    'keeps a comment until it is known whether it silences anything: %s',
    async (rule) => {
      let listed: (files: readonly string[]) => void = () => undefined
      const reading = new Promise<readonly string[]>((resolve) => {
        listed = resolve
      })
      const client = await initialized({ host: { ...hostOf({}), findFiles: () => reading } })
      await client.open(SPEC_URI, silent(rule))
      expect(await fixAll(client)).toEqual([])
      expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('suppression/unused')
      listed([])
      await client.inbox.until(() => client.inbox.refreshed.find((method) => method.includes('diagnostic')))
      expect(rulesOf(await client.pull(SPEC_URI))).toContain('suppression/unused')
      expect(await fixAll(client)).toHaveLength(1)
    },
  )

  it('keeps a comment for links while the editor validates them itself', async () => {
    const client = await initialized({
      options: { ownMarkdown: true },
      settings: ({ section }) => (section === 'markdown' ? { validate: { enabled: true } } : null),
    })
    await client.inbox.until(() => client.inbox.logged.find(({ message }) => message.includes('read in')))
    await client.open(SPEC_URI, silent('reference/broken-link'))
    expect(await fixAll(client)).toEqual([])
  })

  it('keeps a comment for other specs in a document that lies in no folder that is open', async () => {
    const client = await initialized()
    await client.open('untitled:a', silent('metadata/duplicate-id'))
    expect(rulesOf(await client.pull('untitled:a'))).not.toContain('suppression/unused')
  })
})

describe('a fix that changes a document ID', () => {
  const ID = 'SPEC-2026-01-15-001'
  const twin = SPEC.replace('Lantern dimming', 'Lamps')
  const TESTS = `# Tests

- **TEST-001**: [${ID}](lantern.md) by [\`${ID}#REQ-001\`](lantern.md#why), not [${ID}](twin.md).
- **TEST-002**: ${ID}#REQ-002.
`
  const uriOf = (name: string) => `${FOLDER}/specs/${name}`
  const CHANGE = `Change the ID to SPEC-2026-01-15-002`

  async function chosen(
    files: Readonly<Record<string, string>>,
    unsaved: Readonly<Record<string, string>> = {},
  ) {
    const all = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), text]))
    const client = await initialized({ files: all })
    for (const [name, text] of Object.entries({ 'lantern.md': files['lantern.md'] ?? '', ...unsaved }))
      await client.open(uriOf(name), text)
    await client.inbox.until(() => client.inbox.logged.find(({ message }) => message.includes('read in')))
    const range = rangeOf(files['lantern.md'] ?? '', '**Status**')
    const line = { line: range.start.line - 1, character: 10 }
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf('lantern.md') },
      range: { start: line, end: line },
      context: { diagnostics: [] },
    })
    const action = actions.find(({ title }) => title.startsWith('Change the ID'))
    const { edit, title } = await resolved(client, action as CodeAction)
    const changes = (edit?.documentChanges ?? []) as readonly TextDocumentEdit[]
    const texts = changes.map(({ textDocument: { uri }, edits }) => {
      const before = TextDocument.create(uri, 'markdown', 1, all.get(uri) ?? '')
      return [uri.slice(uriOf('').length), TextDocument.applyEdits(before, edits as TextEdit[])] as const
    })
    return { title, texts: Object.fromEntries(texts) }
  }

  it('that another spec has lets the links to this one follow, and leaves the rest', async () => {
    const { title, texts } = await chosen({ 'lantern.md': SPEC, 'twin.md': twin, 'tests.md': TESTS })
    expect(title).toBe(CHANGE)
    expect(texts).toEqual({
      'lantern.md': SPEC.replace(ID, 'SPEC-2026-01-15-002'),
      'tests.md': TESTS.replace(`[${ID}](lantern`, '[SPEC-2026-01-15-002](lantern').replace(
        `${ID}#REQ-001`,
        'SPEC-2026-01-15-002#REQ-001',
      ),
    })
  })

  it('that is none lets all that name it follow, as no other spec has it', async () => {
    const [wrong, right] = ['SPEC-2026-02-30-001', 'SPEC-2026-01-15-002']
    const { title, texts } = await chosen({
      'lantern.md': SPEC.replace(ID, wrong),
      'twin.md': twin,
      'tests.md': TESTS.replaceAll(ID, wrong),
    })
    expect(title).toBe(CHANGE)
    expect(texts).toEqual({
      'lantern.md': SPEC.replace(ID, right),
      'tests.md': TESTS.replaceAll(ID, right),
    })
  })

  it('is refused with the name of a file that was not saved', async () => {
    const files = { 'lantern.md': SPEC, 'twin.md': twin, 'tests.md': TESTS }
    await expect(chosen(files, { 'tests.md': `${TESTS}\nMore.\n` })).rejects.toThrow(
      'tests.md has unsaved changes',
    )
  })
})

describe('refactorings', () => {
  const ask = (client: TestClient, triggerKind: CodeActionTriggerKind, only?: string[]) =>
    client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: rangeOf(SPEC, 'REQ-002'),
      context: { diagnostics: [], triggerKind, ...(only === undefined ? {} : { only }) },
    })

  it('are offered where a person asks, and made when one is chosen', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const offered = await ask(client, CodeActionTriggerKind.Invoked, ['refactor'])
    const retire = offered.find(({ title }) => title.startsWith('Retire REQ-002'))
    expect([retire?.kind, retire?.edit]).toEqual(['refactor.rewrite', undefined])
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', retire)
    expect(JSON.stringify(edit)).toContain('~~')
    const unasked = await ask(client, CodeActionTriggerKind.Automatic)
    expect(unasked.filter(({ kind }) => kind?.startsWith('refactor'))).toEqual([])
  })

  it('on the heading of a section sort and renumber what it has', async () => {
    const text = SPEC.replace('[REQ-001]', '[REQ-007]')
    const client = await initialized()
    await client.open(SPEC_URI, text)
    const offered = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: SPEC_URI },
      range: behind(text, '### Functional'),
      context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, only: ['refactor'] },
    })
    expect(offered.map(({ title }) => title)).toEqual([
      'Sort these 2 by their IDs',
      'Renumber these 2 from REQ-007 on',
    ])
    const sorted = await client.connection.sendRequest<CodeAction>('codeAction/resolve', offered[0])
    expect(JSON.stringify(sorted.edit)).toContain('**[REQ-002]** The lantern SHOULD remember')
  })
})
