import { describe, expect, it } from 'vitest'
import { behind, itemsOf, README, rangeOf, rulesOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, MODERN } from './support/test-client'

const REFERENCE = 'shows ten percent (REQ-001)'

describe('pulled findings', () => {
  it('come and go as the document is edited', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('reference/unknown')

    const range = rangeOf(SPEC, REFERENCE)
    await client.change(SPEC_URI, range, 'shows ten percent (REQ-009)')
    const [finding] = itemsOf(await client.pull(SPEC_URI)).filter(({ code }) => code === 'reference/unknown')
    expect(finding).toMatchObject({
      source: 'specmark',
      range: rangeOf(SPEC.replace('(REQ-001)', '(REQ-009)'), 'REQ-009'),
    })

    await client.change(SPEC_URI, range, REFERENCE)
    expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('reference/unknown')
  })

  it('are unchanged for the version that the client has, and full for the next', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const first = await client.pull(SPEC_URI)
    expect(await client.pull(SPEC_URI, first.resultId)).toEqual({
      kind: 'unchanged',
      resultId: first.resultId,
    })

    await client.change(SPEC_URI, behind(SPEC, 'sleeping guests'), ' and bats')
    const second = await client.pull(SPEC_URI, first.resultId)
    expect(second.kind).toBe('full')
    expect(second.resultId).not.toBe(first.resultId)
  })

  it('are given anew to a client that remembers another run of the server', async () => {
    const before = await initialized()
    await before.open(SPEC_URI, SPEC)
    const { resultId } = await before.pull(SPEC_URI)
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    expect((await client.pull(SPEC_URI, resultId)).kind).toBe('full')
  })

  it('count characters in UTF-16 code units', async () => {
    const client = await initialized()
    const text = SPEC.replace('Edge case: the battery is empty', 'Edge case: 🔋🔋 see REQ-777')
    await client.open(SPEC_URI, text)
    const [finding] = itemsOf(await client.pull(SPEC_URI)).filter(({ code }) => code === 'reference/unknown')
    expect(finding?.range).toEqual(rangeOf(text, 'REQ-777'))
  })

  it('stand at the same places in a document with CRLF line ends', async () => {
    const client = await initialized()
    const text = SPEC.replace('Edge case: the battery is empty', 'Edge case: see REQ-777')
    await client.open(SPEC_URI, text.replaceAll('\n', '\r\n'))
    const [finding] = itemsOf(await client.pull(SPEC_URI)).filter(({ code }) => code === 'reference/unknown')
    expect(finding?.range).toEqual(rangeOf(text, 'REQ-777'))
  })

  it.each([
    ['a README', `${FOLDER}/README.md`, README, 'markdown'],
    ['a file of another language', `${FOLDER}/lantern.txt`, SPEC, 'plaintext'],
    ['the git side of a diff', 'git:/work/specs/lantern.md?%7B%7D', SPEC, 'markdown'],
  ])('are none for %s', async (_, uri, text, language) => {
    const client = await initialized()
    await client.open(uri, text.replace('(REQ-001)', '(REQ-009)'), language)
    expect(rulesOf(await client.pull(uri))).toEqual([])
  })

  it('are made for an untitled document and for a virtual one', async () => {
    const client = await initialized()
    for (const uri of ['untitled:Untitled-1', 'vscode-vfs://github/lamps/lantern/spec.md']) {
      await client.open(uri, SPEC.replace('(REQ-001)', '(REQ-009)'))
      expect(rulesOf(await client.pull(uri))).toContain('reference/unknown')
    }
  })

  it('are none for a document that was closed', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC.replace('(REQ-001)', '(REQ-009)'))
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } })
    expect(await client.pull(SPEC_URI)).toEqual({ kind: 'full', items: [] })
  })

  it('leave out what the client has not said it understands', async () => {
    const client = await initialized({ capabilities: { textDocument: { diagnostic: {} } } })
    await client.open(SPEC_URI, SPEC.replace('[REQ-002]', '[REQ-001]'))
    const items = itemsOf(await client.pull(SPEC_URI)).filter(({ code }) => code === 'id/duplicate')
    expect(items).not.toEqual([])
    for (const item of items) expect(item).not.toHaveProperty('relatedInformation')
  })
})

describe('published findings, for a client that does not pull', () => {
  const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {}
  const capabilities = { ...MODERN, textDocument }

  it('come with the version that they were found in', async () => {
    const client = await initialized({ capabilities })
    await client.open(SPEC_URI, SPEC.replace('(REQ-001)', '(REQ-009)'))
    const { version, diagnostics } = await client.inbox.until(() => client.inbox.published[0])
    expect(version).toBe(1)
    expect(diagnostics.map(({ code }) => code)).toContain('reference/unknown')
  })

  it('come once for a burst of changes', async () => {
    const client = await initialized({ capabilities })
    await client.open(SPEC_URI, SPEC)
    for (const _ of Array(50).keys()) void client.change(SPEC_URI, behind(SPEC, 'sleeping guests'), '!')
    const last = await client.inbox.until(() => client.inbox.published.find(({ version }) => version === 51))
    expect(last.uri).toBe(SPEC_URI)
    expect(client.inbox.published.length).toBeLessThanOrEqual(3)
  })

  it('are taken away when the document is closed', async () => {
    const client = await initialized({ capabilities })
    await client.open(SPEC_URI, SPEC.replace('(REQ-001)', '(REQ-009)'))
    await client.inbox.until(() => client.inbox.published[0])
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: SPEC_URI } })
    await client.inbox.until(() => client.inbox.published.find(({ diagnostics }) => diagnostics.length === 0))
    expect(client.inbox.published).toHaveLength(2)
  })
})
