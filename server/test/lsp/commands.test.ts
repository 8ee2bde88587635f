import { describe, expect, it } from 'vitest'
import { ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node'
import { after, behind, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { hostOf, initialized, MODERN, type TestClient } from './support/test-client'

function toggle(client: TestClient, ...args: readonly unknown[]): Promise<boolean> {
  return client.connection.sendRequest('workspace/executeCommand', {
    command: 'specmark.toggleCheckbox',
    arguments: args,
  })
}

/** Where the blank between the brackets of an open criterion stands. */
function boxOf(text: string, item: string) {
  const { start } = rangeOf(text, item)
  const character = start.character - 2
  return { start: { line: start.line, character }, end: { line: start.line, character: character + 1 } }
}

describe('specmark.toggleCheckbox', () => {
  it('ticks the item at a position by an edit of the version it saw', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'sleeping guests'), '!')
    expect(await toggle(client, SPEC_URI, after(SPEC, '**AC-2**'))).toBe(true)
    expect(client.inbox.edits.map(({ edit }) => edit)).toEqual([
      {
        documentChanges: [
          {
            textDocument: { uri: SPEC_URI, version: 2 },
            edits: [{ range: boxOf(SPEC, ' **AC-2**'), newText: 'x' }],
          },
        ],
      },
    ])
  })

  it('sends a client without versioned edits plain ones', async () => {
    const client = await initialized({
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, workspaceEdit: {} } },
    })
    await client.open(SPEC_URI, SPEC)
    await toggle(client, SPEC_URI, after(SPEC, '**AC-2**'))
    expect(client.inbox.edits[0]?.edit.changes?.[SPEC_URI]).toHaveLength(1)
  })

  it('reports that the client did not apply the edit', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    client.inbox.answerEdits({ applied: false, failureReason: 'Version 2 is newer.' })
    await expect(toggle(client, SPEC_URI, after(SPEC, '**AC-2**'))).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'Version 2 is newer.',
    })
  })

  it('leaves alone a file that is read-only, and says so', async () => {
    const host = { ...hostOf({}), isWritable: async (uri: string) => uri !== SPEC_URI }
    const client = await initialized({ host })
    await client.open(SPEC_URI, SPEC)
    await expect(toggle(client, SPEC_URI, after(SPEC, '**AC-2**'))).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: 'lantern.md is read-only: nothing was ticked.',
    })
    expect(client.inbox.edits).toEqual([])
  })

  it('does nothing where there is no checkbox', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect(await toggle(client, SPEC_URI, after(SPEC, 'too bright'))).toBe(false)
    expect(await toggle(client, SPEC_URI, { line: 10_000, character: 0 })).toBe(false)
    expect(client.inbox.edits).toEqual([])
  })

  it('refuses a document that is not open, and arguments of another shape', async () => {
    const client = await initialized()
    await expect(toggle(client, SPEC_URI, { line: 0, character: 0 })).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: `${SPEC_URI} is not an open Markdown document.`,
    })
    await client.open(SPEC_URI, SPEC)
    await expect(toggle(client)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
    await expect(toggle(client, SPEC_URI)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
  })
})

describe('specmark.revealPosition', () => {
  const position = { line: 3, character: 1 }
  const reveal = (client: TestClient, ...args: readonly unknown[]) =>
    client.connection.sendRequest('workspace/executeCommand', {
      command: 'specmark.revealPosition',
      arguments: args,
    })

  it('has the client show the place', async () => {
    const client = await initialized()
    expect(await reveal(client, SPEC_URI, position)).toBe(true)
    expect(client.inbox.shown).toEqual([
      { uri: SPEC_URI, takeFocus: true, selection: { start: position, end: position } },
    ])
  })

  it('is refused where the client shows no documents, and with arguments of another shape', async () => {
    const client = await initialized({ capabilities: { ...MODERN, window: {} } })
    await expect(reveal(client, SPEC_URI, position)).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
    })
    await expect(reveal(client, SPEC_URI, 3)).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
  })
})

describe('an unknown command', () => {
  it('is refused by name', async () => {
    const client = await initialized()
    const asked = client.connection.sendRequest('workspace/executeCommand', { command: 'specmark.fly' })
    await expect(asked).rejects.toMatchObject({
      code: ErrorCodes.InvalidParams,
      message: 'There is no command specmark.fly.',
    })
  })
})
