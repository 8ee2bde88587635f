import { describe, expect, it } from 'vitest'
import {
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  ErrorCodes,
  type FoldingRange,
  type SelectionRange,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver/node'
import { behind, README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { connect, FOLDER, initialized, MODERN, type TestClient } from './support/test-client'

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

describe('folding ranges', () => {
  const folded = `---\nowner: nobody\n---\n${SPEC}\n<!--\nhidden\n-->\n`
  const ranges = (client: TestClient, uri: string) =>
    client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } })
  const capable = (foldingRange: object) => ({
    capabilities: { ...MODERN, textDocument: { ...MODERN.textDocument, foldingRange } },
  })

  it('are lines, with the kinds that a client knows', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, folded)
    const found = await ranges(client, SPEC_URI)
    const { line } = rangeOf(folded, '### Functional Requirements').start
    expect(found).toContainEqual({ startLine: line, endLine: line + 2 })
    const comment = rangeOf(folded, '<!--').start.line
    expect(found.at(-1)).toEqual({ startLine: comment, endLine: comment + 2, kind: 'comment' })
  })

  it('have no kind for a client that knows none', async () => {
    const client = await initialized(capable({ foldingRangeKind: { valueSet: [] } }))
    await client.open(SPEC_URI, folded)
    for (const range of await ranges(client, SPEC_URI)) expect(range).not.toHaveProperty('kind')
  })

  it('are no more than a client takes', async () => {
    const client = await initialized(capable({ rangeLimit: 2 }))
    await client.open(SPEC_URI, folded)
    expect((await ranges(client, SPEC_URI)).map(({ startLine }) => startLine)).toEqual([0, 3])
  })

  it('are front matter alone beside an editor that folds Markdown', async () => {
    const client = await initialized({ options: { ownMarkdown: true } })
    await client.open(SPEC_URI, folded)
    await client.open(README_URI, README)
    expect(await ranges(client, SPEC_URI)).toEqual([{ startLine: 0, endLine: 2 }])
    expect(await ranges(client, README_URI)).toEqual([])
  })
})

describe('selection ranges', () => {
  const ranges = (client: TestClient, uri: string, positions: unknown) =>
    client.connection.sendRequest<SelectionRange[] | null>('textDocument/selectionRange', {
      textDocument: { uri },
      positions,
    })

  it('are one for each position, each within its parent', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const positions = ['brightness', 'REQ-001)'].map((words) => rangeOf(SPEC, words).start)
    const [word, id] = (await ranges(client, SPEC_URI, positions)) ?? []
    expect(word?.range).toEqual(rangeOf(SPEC, 'brightness'))
    expect(id?.parent?.range).toEqual({
      start: rangeOf(SPEC, 'REQ-001)').start,
      end: rangeOf(SPEC, '(REQ-001').end,
    })
  })

  it('are nothing at a position behind the end, and refused where it is none', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const beyond = { line: 10_000, character: 3 }
    expect(await ranges(client, SPEC_URI, [beyond])).toEqual([{ range: { start: beyond, end: beyond } }])
    const refused = { code: ErrorCodes.InvalidParams }
    await expect(ranges(client, SPEC_URI, [{ line: -1 }])).rejects.toMatchObject(refused)
    await expect(ranges(client, SPEC_URI, 'here')).rejects.toMatchObject(refused)
  })

  it('are null in a README', async () => {
    const client = await initialized()
    await client.open(README_URI, README)
    expect(await ranges(client, README_URI, [{ line: 0, character: 0 }])).toBeNull()
  })
})

describe('highlights', () => {
  it('are the places of the ID at a position', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const found = await client.connection.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument: { uri: SPEC_URI },
      position: rangeOf(SPEC, 'REQ-002)').start,
    })
    expect(found).toEqual([
      { range: rangeOf(SPEC, 'REQ-002'), kind: 3 },
      { range: { start: rangeOf(SPEC, 'REQ-002)').start, end: rangeOf(SPEC, '(REQ-002').end }, kind: 2 },
    ])
  })
})

describe('links', () => {
  const links = (client: TestClient) =>
    client.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: SPEC_URI },
    })

  it('lead to files beside the document', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.change(SPEC_URI, behind(SPEC, 'sleeping guests.'), ' See [the lamp](../lamp.md#why).')
    expect((await links(client)).map(({ target }) => target)).toEqual([`${FOLDER}/lamp.md#why`])
  })

  it('are not offered beside an editor that follows them itself', async () => {
    const client = connect({ options: { ownMarkdown: true } })
    const { capabilities } = await client.initialize()
    expect(capabilities.documentLinkProvider).toBeUndefined()
    expect(capabilities.documentHighlightProvider).toBe(true)
  })
})
