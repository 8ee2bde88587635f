import { strict as assert } from 'node:assert'
import * as vscode from 'vscode'
import { type ServerState, startServerSession } from '../../src/common/server-session'
import { waitFor } from './waiting'

describe('a client that cannot be loaded', () => {
  const log = vscode.window.createOutputChannel('Specmark Test', { log: true })
  after(() => log.dispose())

  it('is told as a server that has stopped, after a restart too', async () => {
    let loads = 0
    const session = startServerSession(
      async () => {
        loads += 1
        throw new Error('The bundle is missing.')
      },
      log,
      { onStatus() {}, onSpecs() {}, onSpecsWithErrors() {}, onPreview() {} },
    )
    const stopped = () => (session.state.kind === 'stopped' ? session.state : undefined)
    const state: ServerState = await waitFor('the stopped state', stopped, session.onDidChangeState)
    assert.deepEqual(state, { kind: 'stopped', reason: 'The server did not start.' })
    await assert.rejects(session.client(), /The bundle is missing/)
    await session.restart()
    assert.equal(loads, 2)
    assert.equal(session.state.kind, 'stopped')
    session.dispose()
  })
})
