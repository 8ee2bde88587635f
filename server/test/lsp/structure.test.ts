import { describe, expect, it } from 'vitest'
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node'
import { README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

const README_URI = `${FOLDER}/README.md`

function symbols<T extends DocumentSymbol | SymbolInformation>(client: TestClient, uri: string) {
  return client.connection.sendRequest<T[]>('textDocument/documentSymbol', { textDocument: { uri } })
}

describe('document symbols', () => {
  const retired = SPEC.replace('The lantern SHOULD', '~~The lantern SHOULD~~')

  it('are a tree of sections and items', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const [title] = await symbols<DocumentSymbol>(client, SPEC_URI)
    expect(title?.name).toBe('Specification: Lantern dimming')
    const what = title?.children?.find(({ name }) => name.startsWith('What'))
    const [requirements] = what?.children ?? []
    expect(requirements?.children?.map(({ name, detail }) => [name.slice(0, 7), detail])).toEqual([
      ['REQ-001', 'MUST'],
      ['REQ-002', 'SHOULD'],
    ])
  })

  it('are items alone beside an editor that outlines headings itself', async () => {
    const client = await initialized({ options: { ownMarkdown: true } })
    await client.open(SPEC_URI, SPEC)
    const found = await symbols<DocumentSymbol>(client, SPEC_URI)
    expect(found.map(({ name }) => name.split(':')[0])).toEqual(
      'REQ-001 REQ-002 AC-1 AC-2 AC-3 Task 1.1 Task 1.2 TEST-001'.split(/ (?=[A-Z])/),
    )
  })

  it('are a list with what each is in, for a client that knows no tree and no tags', async () => {
    const capabilities = { ...MODERN, textDocument: { ...MODERN.textDocument, documentSymbol: {} } }
    const client = await initialized({ capabilities })
    await client.open(SPEC_URI, retired)
    const found = await symbols<SymbolInformation>(client, SPEC_URI)
    const item = found.find(({ name }) => name.startsWith('REQ-002'))
    expect(item).toMatchObject({
      kind: SymbolKind.Class,
      containerName: 'Functional Requirements',
      location: { uri: SPEC_URI },
      deprecated: true,
    })
    expect(item?.location.range.start).toEqual(rangeOf(retired, '2. **[REQ-002]').start)
    for (const symbol of found) expect(symbol).not.toHaveProperty('children')
  })

  it('tag what is retired for a client that knows tags', async () => {
    const client = await initialized({ options: { ownMarkdown: true } })
    await client.open(SPEC_URI, retired)
    const found = await symbols<DocumentSymbol>(client, SPEC_URI)
    expect(found.filter(({ tags }) => tags !== undefined).map(({ name }) => name.slice(0, 7))).toEqual([
      'REQ-002',
    ])
    expect(found.some((symbol) => 'deprecated' in symbol)).toBe(false)
  })

  it('are none in a README, and none of a document that is not open', async () => {
    const client = await initialized()
    await client.open(README_URI, README)
    expect(await symbols(client, README_URI)).toEqual([])
    expect(await symbols(client, SPEC_URI)).toEqual([])
  })
})
