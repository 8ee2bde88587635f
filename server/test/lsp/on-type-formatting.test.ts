import { describe, expect, it } from 'vitest'
import type { Position, TextEdit } from 'vscode-languageserver/node'
import { after, behind, README, SPEC, SPEC_URI } from './support/documents'
import { connect, FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

const README_URI = `${FOLDER}/README.md`

function format(client: TestClient, uri: string, position: Position, ch = '\n') {
  return client.connection.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
    textDocument: { uri },
    position,
    ch,
    options: { tabSize: 4, insertSpaces: true },
  })
}

/** Breaks the line behind some words, as an editor does that indents nothing, and asks what to make of the next one. */
async function enter(client: TestClient, text: string, words: string, uri = SPEC_URI) {
  await client.open(uri, text)
  await client.change(uri, behind(text, words), '\n')
  const position = { line: after(text, words).line + 1, character: 0 }
  return { position, edits: await format(client, uri, position) }
}

describe('formatting on type', () => {
  it('begins the next item behind one', async () => {
    const { position, edits } = await enter(await initialized(), SPEC, 'remember its last brightness')
    expect(edits).toEqual([{ range: { start: position, end: position }, newText: '3. **[REQ-003]** ' }])
  })

  it('indents an item as the one above it', async () => {
    const { edits } = await enter(await initialized(), SPEC, 'Store the brightness')
    expect(edits.map(({ newText }) => newText)).toEqual(['   - [ ] Task 1.3: '])
  })

  it('ends the list behind an empty item', async () => {
    const text = SPEC.replace('\n\n### Acceptance', '\n3. **[REQ-003]** \n\n### Acceptance')
    const { position, edits } = await enter(await initialized(), text, '3. **[REQ-003]** ')
    const start = { line: position.line - 1, character: 0 }
    expect(edits).toEqual([{ range: { start, end: position }, newText: '' }])
  })

  it('makes nothing of a line break in a text, or in a README, nor of another character', async () => {
    const client = await initialized()
    expect((await enter(client, SPEC, 'The lantern MUST')).edits).toEqual([])
    expect((await enter(client, README, '- [ ] Buy a battery', README_URI)).edits).toEqual([])
    const other = `${FOLDER}/specs/other.md`
    const { position } = await enter(client, SPEC, 'remember its last brightness', other)
    expect(await format(client, other, position, 'x')).toEqual([])
  })

  it('makes nothing of a place that the document does not have', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect(await format(client, SPEC_URI, { line: 9999, character: 0 })).toEqual([])
    expect(await format(client, README_URI, { line: 0, character: 0 })).toEqual([])
  })

  it('is offered for Enter, but to a client that asks by itself, or that does not know it', async () => {
    const offered = async (options: Parameters<typeof connect>[0]) =>
      (await connect(options).initialize()).capabilities.documentOnTypeFormattingProvider
    expect(await offered({})).toEqual({ firstTriggerCharacter: '\n' })
    expect(await offered({ options: { ownEnter: true } })).toBeUndefined()
    const { onTypeFormatting: _, ...textDocument } = MODERN.textDocument ?? {}
    expect(await offered({ capabilities: { ...MODERN, textDocument } })).toBeUndefined()
  })
})
