import { describe, expect, it } from 'vitest'
import { CancellationTokenSource, type ProtocolConnection } from 'vscode-languageserver/node'
import { README, SPEC_URI } from './support/documents'
import { connect, FOLDER, MODERN } from './support/test-client'

const SOUND = { processId: null, rootUri: FOLDER, capabilities: MODERN }

/** What the server answers to `initialize`, as far as it has. */
function initialize(connection: ProtocolConnection, params: object, cancel = new CancellationTokenSource()) {
  const heard: unknown[] = []
  connection.sendRequest('initialize', params, cancel.token).then(
    (result) => heard.push(result),
    (error: unknown) => heard.push(error),
  )
  return heard
}

describe('an initialize that has been answered before it comes', () => {
  it('is not answered again, and what follows it is', async () => {
    const client = connect({ answered: 0 })
    const heard = initialize(client.connection, SOUND)
    await client.open(SPEC_URI, README)
    expect(await client.pull(SPEC_URI)).toMatchObject({ kind: 'full' })
    expect(heard).toEqual([])
  })

  it('cannot be cancelled: the client has heard that it is served', async () => {
    const client = connect({ answered: 0 })
    const cancel = new CancellationTokenSource()
    const heard = initialize(client.connection, SOUND, cancel)
    cancel.cancel()
    await client.open(SPEC_URI, README)
    expect(await client.pull(SPEC_URI)).toMatchObject({ kind: 'full' })
    expect(heard).toEqual([])
  })

  it('ends the server where it fails after all, which the log tells', async () => {
    const client = connect({ answered: 0 })
    const heard = initialize(client.connection, { ...SOUND, workspaceFolders: 5 })
    expect(await client.exited).toBe(1)
    const line = await client.inbox.until(() => client.inbox.logged[0])
    expect(line.message).toContain('workspaceFolders')
    expect(heard).toEqual([])
  })
})
