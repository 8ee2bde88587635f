import { describe, expect, it } from 'vitest'
import { type CodeAction, LSPErrorCodes, TextDocument } from 'vscode-languageserver/node'
import { METHODS, type StatusGate } from '../../src/lsp/protocol'
import { after, behind, SPEC_URI, SPEC as WRITTEN } from './support/documents'
import { connect, hostOf, initialized, MODERN, type TestClient } from './support/test-client'

/** Nothing is open before it goes to review. */
const SPEC = WRITTEN.replace('full battery (REQ-001)', 'full battery (REQ-001, REQ-002)').replace(
  'the battery is empty',
  'the battery is empty (REQ-002)',
)
const REVIEW = SPEC.replace('**Status**: Draft', '**Status**: Review')
const QUESTION = '[NEEDS CLARIFICATION: how bright?]'
/** Two errors as soon as it is approved. */
const BROKEN = REVIEW.replace('too bright', QUESTION).replace('remember its last brightness', QUESTION)

function move(client: TestClient, ...args: readonly unknown[]): Promise<boolean> {
  return client.connection.sendRequest('workspace/executeCommand', {
    command: 'specmark.moveStatus',
    arguments: args,
  })
}

const gate = (client: TestClient): Promise<StatusGate> =>
  client.connection.sendRequest(METHODS.gate, { textDocument: { uri: SPEC_URI } })

/** What the last edit that the client was sent makes of a text. */
function edited(client: TestClient, text: string): string {
  const [change] = client.inbox.edits.at(-1)?.edit.documentChanges ?? []
  if (change === undefined || !('edits' in change)) throw new Error('There is no edit.')
  const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []))
  return TextDocument.applyEdits(TextDocument.create(SPEC_URI, 'markdown', 1, text), edits)
}

async function actions(client: TestClient, text: string, words: string): Promise<readonly CodeAction[]> {
  const range = behind(text, words)
  const context = { diagnostics: [], only: ['refactor.rewrite'], triggerKind: 1 }
  const found = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: SPEC_URI },
    range,
    context,
  })
  return found.filter(({ command }) => command?.command === 'specmark.moveStatus')
}

describe('specmark.moveStatus', () => {
  it('sets status and date by one edit where nothing is open, without a question', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect(await move(client, SPEC_URI)).toBe(true)
    expect(client.inbox.edits).toHaveLength(1)
    expect(client.inbox.edits[0]?.label).toBe('Move to Review')
    expect(edited(client, SPEC)).toBe(
      REVIEW.replace('**Last Updated**: 2026-01-20', '**Last Updated**: 2026-03-01'),
    )
    expect(client.inbox.questions).toEqual([])
  })

  it('is refused where errors are in the way, with their places, and leads to the first', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, BROKEN)
    client.inbox.answerQuestions({ title: 'Show the first' })
    expect(await move(client, SPEC_URI)).toBe(false)
    expect(client.inbox.questions).toMatchObject([{ type: 1, actions: [{ title: 'Show the first' }] }])
    const [told, ...lines] = client.inbox.questions[0]?.message.split('\n') ?? []
    expect(told).toBe('Not moved to Approved: 2 errors are in the way.')
    expect(lines).toEqual([
      expect.stringMatching(/^- line 10: .*how bright/),
      expect.stringMatching(/^- line 16: .*how bright/),
    ])
    expect(client.inbox.shown[0]?.selection?.start).toEqual({ line: 9, character: 13 })
    expect(client.inbox.edits).toEqual([])
    await expect(move(client, SPEC_URI, 'Approved')).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'Not moved to Approved: 2 errors are in the way',
    })
  })

  it('asks where something else is open, and goes ahead when told to', async () => {
    const draft = SPEC.replace('too bright', QUESTION)
    const client = await initialized()
    await client.open(SPEC_URI, draft)
    client.inbox.answerQuestions(null)
    expect(await move(client, SPEC_URI)).toBe(false)
    expect(client.inbox.questions[0]?.message).toMatch(/^Open before Review: 1 warning\.\n- line 10: /)
    expect(client.inbox.edits).toEqual([])
    client.inbox.answerQuestions({ title: 'Move to Review' })
    expect(await move(client, SPEC_URI)).toBe(true)
    expect(edited(client, draft)).toContain('**Status**: Review\n')
  })

  it('does nothing to a text that was typed while the question stood there', async () => {
    const client = await initialized()
    const draft = SPEC.replace('too bright', QUESTION)
    await client.open(SPEC_URI, draft)
    client.inbox.answerQuestions(async () => {
      await client.change(SPEC_URI, behind(draft, '# Specification'), '!')
      return { title: 'Move to Review' }
    })
    await expect(move(client, SPEC_URI)).rejects.toMatchObject({
      message: 'The document has changed meanwhile.',
    })
    expect(client.inbox.edits).toEqual([])
  })

  it('leaves alone a file that is read-only, and says so', async () => {
    const host = { ...hostOf({}), isWritable: async (uri: string) => uri !== SPEC_URI }
    const client = await initialized({ host })
    await client.open(SPEC_URI, SPEC)
    await expect(move(client, SPEC_URI)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'lantern.md is read-only: the status was not set.',
    })
    expect(client.inbox.edits).toEqual([])
  })

  it('refuses another status than the next, a document that is not open, and the last status', async () => {
    const client = await initialized()
    await expect(move(client, SPEC_URI)).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed })
    await client.open(SPEC_URI, SPEC)
    await expect(move(client, SPEC_URI, 'Approved')).rejects.toMatchObject({
      message: 'The next status is Review: the document has changed meanwhile.',
    })
    await client.change(SPEC_URI, behind(SPEC, '**Status**:'), ' Implemented,')
    await expect(move(client, SPEC_URI)).rejects.toMatchObject({ message: 'Implemented is the last status.' })
    await expect(move(client)).rejects.toMatchObject({ message: 'specmark.moveStatus takes a URI.' })
  })
})

describe('specmark/gate', () => {
  it('tells what the next status demands, each with its place', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, BROKEN)
    expect(await gate(client)).toMatchObject({
      uri: SPEC_URI,
      version: 1,
      from: 'Review',
      to: 'Approved',
      shut: true,
      summary: 'Not moved to Approved: 2 errors are in the way',
      demands: [
        { rule: 'structure/unresolved-marker', severity: 'error', range: { start: { line: 9 } } },
        { rule: 'structure/unresolved-marker', severity: 'error', range: { start: { line: 15 } } },
      ],
    })
  })

  it('is refused with the reason where no status is next', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, '# Notes\n')
    await expect(gate(client)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'Only a specification of a template has a status that is next.',
    })
  })
})

describe('what leads to the command', () => {
  it('is a lens and a code action on the status, nowhere else', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const command = { title: 'Move to Review…', command: 'specmark.moveStatus', arguments: [SPEC_URI] }
    const lenses = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: SPEC_URI },
    })
    expect(lenses).toContainEqual({
      range: { start: { line: 4, character: 2 }, end: after(SPEC, ': Draft') },
      command,
    })
    expect(await actions(client, SPEC, '**Status**')).toEqual([
      { title: 'Move to Review…', kind: 'refactor.rewrite', command },
    ])
    expect(await actions(client, SPEC, '**Created**')).toEqual([])
  })

  it('is left out for a client that takes no edits', async () => {
    const client = connect({
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, applyEdit: false } },
    })
    const { capabilities } = await client.initialize()
    await client.connection.sendNotification('initialized', {})
    await client.open(SPEC_URI, SPEC)
    expect(capabilities.executeCommandProvider?.commands).toEqual(['specmark.revealPosition'])
    expect(await actions(client, SPEC, '**Status**')).toEqual([])
    const lenses = await client.connection.sendRequest('textDocument/codeLens', {
      textDocument: { uri: SPEC_URI },
    })
    expect(JSON.stringify(lenses)).not.toContain('moveStatus')
  })
})

describe('Last Updated on saving', () => {
  const on = { settings: () => ({ lastUpdated: { updateOnSave: true } }) }
  const SYNC = {
    ...MODERN,
    textDocument: { ...MODERN.textDocument, synchronization: { willSaveWaitUntil: true } },
  }
  const save = (client: TestClient, reason = 1) =>
    client.connection.sendRequest('textDocument/willSaveWaitUntil', {
      textDocument: { uri: SPEC_URI },
      reason,
    })

  it('is brought up to date where a person has asked for it', async () => {
    const client = await initialized({ capabilities: SYNC, ...on })
    await client.open(SPEC_URI, SPEC)
    const end = after(SPEC, '2026-01-20')
    expect(await save(client)).toEqual([
      { range: { start: { ...end, character: end.character - 10 }, end }, newText: '2026-03-01' },
    ])
  })

  it('is left alone by default, while somebody may be typing, and in what is no specification', async () => {
    const quiet = await initialized({ capabilities: SYNC })
    await quiet.open(SPEC_URI, SPEC)
    expect(await save(quiet)).toEqual([])
    const client = await initialized({ capabilities: SYNC, ...on })
    await client.open(SPEC_URI, SPEC)
    expect(await save(client, 2)).toEqual([])
    await client.open(`${SPEC_URI}.md`, '# Notes\n\n**Last Updated**: 2026-01-01\n')
    expect(
      await client.connection.sendRequest('textDocument/willSaveWaitUntil', {
        textDocument: { uri: `${SPEC_URI}.md` },
        reason: 1,
      }),
    ).toEqual([])
  })

  it('is asked for only while the setting is on, by a client that can be told later', async () => {
    const dynamic = {
      ...MODERN,
      textDocument: {
        ...MODERN.textDocument,
        synchronization: { willSaveWaitUntil: true, dynamicRegistration: true },
      },
    }
    const methods = (client: TestClient) =>
      client.inbox.registered.flatMap(({ registrations }) => registrations.map(({ method }) => method))
    const off = connect({ capabilities: dynamic })
    const { capabilities } = await off.initialize()
    expect(capabilities.textDocumentSync).not.toHaveProperty('willSaveWaitUntil')
    await off.connection.sendNotification('initialized', {})
    await off.inbox.until(() => methods(off).includes('workspace/didChangeConfiguration') || undefined)
    expect(methods(off)).not.toContain('textDocument/willSaveWaitUntil')
    const client = await initialized({ capabilities: dynamic, ...on })
    await client.inbox.until(() => methods(client).includes('textDocument/willSaveWaitUntil') || undefined)
  })
})
