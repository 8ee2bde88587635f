import { describe, expect, it } from 'vitest'
import { CancellationTokenSource, ErrorCodes, LSPErrorCodes } from 'vscode-languageserver/node'
import { createSpecService, type SpecHost, type SpecService } from '../../src/core/service'
import { rulesOf, SPEC, SPEC_URI } from './support/documents'
import { initialized } from './support/test-client'

const AT_START = { line: 0, character: 0 }

describe('positions', () => {
  it.each([
    ['negative', { line: -1, character: 0 }],
    ['broken', { line: 0.5, character: 0 }],
    ['a text', { line: 'one', character: 0 }],
    ['missing', undefined],
  ])('that are %s are refused', async (_, position) => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    for (const method of ['textDocument/hover', 'textDocument/completion']) {
      const asked = client.connection.sendRequest(method, { textDocument: { uri: SPEC_URI }, position })
      await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
    }
  })

  it('beyond the document have nothing', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const position = { line: 10_000, character: 7 }
    const params = { textDocument: { uri: SPEC_URI }, position }
    expect(await client.connection.sendRequest('textDocument/hover', params)).toBeNull()
    expect(await client.connection.sendRequest('textDocument/completion', params)).toEqual([])
  })

  it('beyond the end of a line count as its end', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const hoverAt = (character: number) =>
      client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: SPEC_URI },
        position: { line: 0, character },
      })
    const beyond = await hoverAt(10_000)
    expect(beyond).not.toBeNull()
    expect(beyond).toEqual(await hoverAt('# Specification: Lantern dimming'.length))
  })
})

describe('documents', () => {
  it('that are not open have nothing', async () => {
    const client = await initialized()
    const textDocument = { uri: SPEC_URI }
    const ask = (method: string) =>
      client.connection.sendRequest(method, { textDocument, position: AT_START })
    expect(await ask('textDocument/hover')).toBeNull()
    expect(await ask('textDocument/completion')).toEqual([])
    expect(await ask('textDocument/codeLens')).toEqual([])
    expect(await ask('textDocument/semanticTokens/full')).toEqual({ data: [] })
  })

  it('without a URI are refused', async () => {
    const client = await initialized()
    const asked = client.connection.sendRequest('textDocument/codeLens', { textDocument: {} })
    await expect(asked).rejects.toMatchObject({ code: ErrorCodes.InvalidParams })
  })
})

describe('a cancelled request', () => {
  it('is answered as cancelled, whether it waits or runs', async () => {
    const client = await initialized()
    await client.open(SPEC_URI, SPEC)
    const source = new CancellationTokenSource()
    const asked = client.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: SPEC_URI } },
      source.token,
    )
    source.cancel()
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    expect((await client.pull(SPEC_URI)).kind).toBe('full')
  })

  it('that was not begun costs no analysis', async () => {
    let analyses = 0
    const client = await initialized({
      createService: counting(() => {
        analyses += 1
      }),
      options: {},
    })
    const source = new CancellationTokenSource()
    void client.open(SPEC_URI, SPEC)
    const asked = [1, 2, 3].map(() =>
      client.connection
        .sendRequest('textDocument/diagnostic', { textDocument: { uri: SPEC_URI } }, source.token)
        .catch((error: unknown) => error),
    )
    source.cancel()
    for (const answer of await Promise.all(asked)) {
      expect(answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled })
    }
    expect(analyses).toBeLessThanOrEqual(2)
  })
})

describe('a fault in the service', () => {
  it('becomes an error of that request and a line in the log; the server goes on', async () => {
    let broken = true
    const client = await initialized({
      options: {},
      createService: counting(() => {
        if (broken) throw new Error('The cutter is lost.')
      }),
    })
    await client.open(SPEC_URI, SPEC)
    await expect(client.pull(SPEC_URI)).rejects.toMatchObject({
      code: ErrorCodes.InternalError,
      message: 'textDocument/diagnostic failed: The cutter is lost.',
    })
    const line = await client.inbox.until(() => client.inbox.logged.find(({ type }) => type === 1))
    expect(line.message).toContain('The cutter is lost.')
    broken = false
    expect(rulesOf(await client.pull(SPEC_URI))).not.toContain('structure/conflict-marker')
  })
})

/** The service, with something done before each analysis. */
function counting(before: () => void): (host: SpecHost) => SpecService {
  return (host) => {
    const service = createSpecService(host)
    return {
      ...service,
      analyse: async (document) => {
        before()
        return service.analyse(document)
      },
    }
  }
}
