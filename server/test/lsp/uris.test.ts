import { describe, expect, it } from 'vitest'
import type { CodeAction, Location, WorkspaceEdit, WorkspaceSymbol } from 'vscode-languageserver/node'
import { itemsOf, rangeOf } from './support/documents'
import { initialized, MODERN } from './support/test-client'

const SPEC = `# Specification: Lamps

## Overview
**ID**: SPEC-2026-01-15-001
**Status**: Draft

## What

### Functional Requirements
1. **[REQ-001]** A lamp MUST be lit, see [wires](wires.md).
2. **[REQ-002]** A lamp MUST be dimmed, as REQ-001.
`
/** As the server writes the URIs of files that it finds. */
const FOLDER = 'file:///w/p%20%281%29%20%40home'
const FILES = new Map([
  [`${FOLDER}/lamps.md`, SPEC],
  [`${FOLDER}/wires.md`, '# Wires\n\n- **REQ-001**: See [lamps](lamps.md).\n- **REQ-002**: b\n'],
])
/** As other clients do. */
const THEIRS = 'file:///w/p%20(1)%20@home'
const document = { textDocument: { uri: `${THEIRS}/lamps.md` } }

describe('a client that encodes other characters of URIs', () => {
  it('is answered about one document, and what it edits is found on the disk', async () => {
    const client = await initialized({ files: new Map(FILES), folder: THEIRS })
    await client.open(`${THEIRS}/lamps.md`, SPEC)
    const symbols = await client.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', {
      query: 'lit',
    })
    expect(symbols).toHaveLength(1)
    const rules = itemsOf(await client.pull(`${THEIRS}/lamps.md`)).map(({ code }) => code)
    expect(rules).toContain('structure/missing-section')
    expect(rules).not.toContain('metadata/duplicate-id')
    expect(rules).not.toContain('reference/broken-link')
    const { start: position } = rangeOf(SPEC, 'REQ-001.')
    const found = await client.connection.sendRequest<Location[]>('textDocument/definition', {
      ...document,
      position,
    })
    expect(found).toHaveLength(1)
  })

  it('has code actions made, and links follow its files', async () => {
    const client = await initialized({ files: new Map(FILES), folder: THEIRS })
    await client.open(`${THEIRS}/lamps.md`, SPEC)
    const [action] = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      ...document,
      range: rangeOf(SPEC, 'REQ-002'),
      context: { diagnostics: [], only: ['refactor.move'] },
    })
    const { edit } = await client.connection.sendRequest<CodeAction>('codeAction/resolve', action)
    expect(edit?.documentChanges).toHaveLength(1)
    const moved = await client.connection.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: `${THEIRS}/wires.md`, newUri: `${THEIRS}/wires (2).md` }],
    })
    expect(JSON.stringify(moved)).toContain('"wires%20%282%29.md"')
  })

  it('has findings published by its own URI', async () => {
    const { diagnostic: _, ...textDocument } = MODERN.textDocument ?? {}
    const capabilities = { ...MODERN, textDocument }
    const client = await initialized({ files: new Map(FILES), folder: THEIRS, capabilities })
    await client.open(`${THEIRS}/lamps.md`, SPEC)
    const { uri } = await client.inbox.until(() => client.inbox.published[0])
    expect(uri).toBe(`${THEIRS}/lamps.md`)
    await client.connection.sendNotification('textDocument/didClose', document)
    const last = await client.inbox.until(() =>
      client.inbox.published.find(({ diagnostics }) => diagnostics.length === 0),
    )
    expect(last.uri).toBe(`${THEIRS}/lamps.md`)
  })
})
