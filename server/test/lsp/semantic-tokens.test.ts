import { describe, expect, it } from 'vitest'
import {
  ErrorCodes,
  type Range,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensEdit,
} from 'vscode-languageserver/node'
import { behind, README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { connect, FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

const README_URI = `${FOLDER}/README.md`

function full(client: TestClient, uri = SPEC_URI) {
  return client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', {
    textDocument: { uri },
  })
}

function delta(client: TestClient, previousResultId: string | undefined, uri = SPEC_URI) {
  return client.connection.sendRequest<SemanticTokens | SemanticTokensDelta>(
    'textDocument/semanticTokens/full/delta',
    { textDocument: { uri }, previousResultId },
  )
}

function within(client: TestClient, range: unknown, uri = SPEC_URI) {
  return client.connection.sendRequest<SemanticTokens>('textDocument/semanticTokens/range', {
    textDocument: { uri },
    range,
  })
}

function editsOf(answer: SemanticTokens | SemanticTokensDelta): readonly SemanticTokensEdit[] {
  if (!('edits' in answer)) throw new Error('All tokens were given.')
  return answer.edits
}

describe('semantic tokens', () => {
  it('colour a spec within its lines and leave a README alone', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.open(README_URI, README)
    const { data } = await full(client)
    expect(data.length).toBeGreaterThan(0)
    expect(data.length % 5).toBe(0)
    expect((await full(client, README_URI)).data).toEqual([])
  })

  it('of a range are those of the document that touch it', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const all = await full(client)
    const end = rangeOf(SPEC, '## Testing Strategy').start
    const beginning: Range = { start: { line: 0, character: 0 }, end }
    const { data } = await within(client, beginning)
    expect(data.length).toBeGreaterThan(0)
    expect(data.length).toBeLessThan(all.data.length)
    expect(all.data.slice(0, data.length)).toEqual(data)
    const whole = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } }
    expect((await within(client, whole)).data).toEqual(all.data)
  })

  it('of a range behind the end are none, of what is no range an error', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const [start, end] = [9998, 9999].map((line) => ({ line, character: 0 }))
    expect((await within(client, { start, end })).data).toEqual([])
    const refused = { code: ErrorCodes.InvalidParams }
    await expect(within(client, null)).rejects.toMatchObject(refused)
    await expect(within(client, { start })).rejects.toMatchObject(refused)
  })
})

describe('changes of semantic tokens', () => {
  it('make the tokens of now of those of the answer before', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const before = await full(client)
    await client.change(SPEC_URI, behind(SPEC, 'remember its last brightness'), ' REQ-001')
    const answer = await delta(client, before.resultId)
    const edits = editsOf(answer)
    const data = [...before.data]
    for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []))
    const now = await full(client)
    expect(data).toEqual(now.data)
    expect(now.data.length).toBe(before.data.length + 5)
  })

  it('are none where nothing has changed', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const { resultId } = await full(client)
    const again = await delta(client, resultId)
    expect(editsOf(again)).toEqual([])
    expect(editsOf(await delta(client, again.resultId))).toEqual([])
  })

  it.each([
    ['it never had', () => 'unheard of'],
    ['that is not the last one', (first: string | undefined) => first],
  ])('are all tokens for a client that asks about an answer %s', async (_, previous) => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const first = await full(client)
    const second = await full(client)
    expect(second.resultId).not.toBe(first.resultId)
    expect(await delta(client, previous(first.resultId))).toMatchObject({ data: first.data })
  })

  it('are forgotten with the document', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const { resultId } = await full(client)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } })
    expect(await delta(client, resultId)).toEqual({ data: [] })
    await client.open(SPEC_URI, SPEC)
    expect(await delta(client, resultId)).toHaveProperty('data')
  })
})

describe('the offer of semantic tokens', () => {
  const offered = async (requests: object) => {
    const semanticTokens = { ...MODERN.textDocument?.semanticTokens, requests }
    const textDocument = { ...MODERN.textDocument, semanticTokens }
    const client = connect({ capabilities: { ...MODERN, textDocument } as typeof MODERN })
    const { full, range } = (await client.initialize()).capabilities.semanticTokensProvider ?? {}
    return { full, range }
  }

  it.each([
    [
      { full: { delta: true }, range: true },
      { full: { delta: true }, range: true },
    ],
    [
      { full: true, range: {} },
      { full: true, range: true },
    ],
    [{ full: { delta: false } }, { full: true, range: false }],
    [{ range: true }, { full: false, range: true }],
    [{}, { full: undefined, range: undefined }],
  ])('to a client that asks for %o', async (requests, offer) => {
    expect(await offered(requests)).toEqual(offer)
  })
})
