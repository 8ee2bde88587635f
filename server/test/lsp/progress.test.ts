import { describe, expect, it } from 'vitest'
import type { DocumentStatus } from '../../src/lsp/protocol'
import { README, rangeOf, SPEC, SPEC_URI } from './support/documents'
import { FOLDER, initialized, type TestClient } from './support/test-client'

const README_URI = `${FOLDER}/README.md`

function explain(client: TestClient, uri: string): Promise<DocumentStatus | null> {
  return client.connection.sendRequest('specmark/explain', { textDocument: { uri } })
}

describe('specmark/progress', () => {
  it('counts by role when a spec is opened, and again when a box is ticked', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const opened = await client.inbox.until(() => client.inbox.statuses[0])
    expect(opened).toMatchObject({ uri: SPEC_URI, kind: 'spec' })
    expect(opened.progress?.summary).toBe('Criteria 1 of 3 · plan 1 of 2')
    expect(opened.progress).toMatchObject({ done: 2, total: 6, byRole: { criterion: { done: 1, total: 3 } } })
    expect(opened.progress?.firstOpen?.line).toBe(rangeOf(SPEC, '**AC-2**').start.line)

    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-2**'), '- [x] **AC-2**')
    const ticked = await client.inbox.until(() => client.inbox.statuses[1])
    expect(ticked.progress?.summary).toBe('Criteria 2 of 3 · plan 1 of 2')
    expect(ticked.version).toBe(2)
  })

  it('is not sent again while nothing that it says changes', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    await client.inbox.until(() => client.inbox.statuses[0])
    await client.change(SPEC_URI, rangeOf(SPEC, 'too bright'), 'too loud ')
    await client.change(SPEC_URI, rangeOf(SPEC, '- [ ] **AC-3**'), '- [x] **AC-3**')
    const next = await client.inbox.until(() => client.inbox.statuses[1])
    expect(next.version).toBe(3)
  })

  it('counts nothing in a README and says why', async () => {
    const client = await initialized()
    await client.open(README_URI, README)
    const status = await client.inbox.until(() => client.inbox.statuses[0])
    expect(status).toMatchObject({ kind: 'none', template: null, progress: null })
    expect(status.reason).not.toBe('')
  })

  it('goes to no client that has not asked for it', async () => {
    const client = await initialized({ options: {} })
    await client.open(SPEC_URI, SPEC)
    expect((await explain(client, SPEC_URI))?.kind).toBe('spec')
    expect(client.inbox.statuses).toEqual([])
  })
})

describe('specmark/explain', () => {
  it('says by what mark a document is a spec, and the status understood', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const status = await explain(client, SPEC_URI)
    expect(status?.reason).toContain('SPEC-2026-01-15-001')
    expect(status?.status).toContain('Draft')
    expect(status?.config).toBeNull()
  })

  it('says nothing of a document that is not open', async () => {
    const client = await initialized()
    expect(await explain(client, SPEC_URI)).toBeNull()
  })
})
