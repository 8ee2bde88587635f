import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { rulesOf, SPEC, SPEC_URI } from './support/documents'
import { MODERN } from './support/test-client'

const BIN = fileURLToPath(new URL('../../bin/specmark.js', import.meta.url))
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const FORKED = fileURLToPath(new URL('../../../dist/server.cjs', import.meta.url))

/** Runs where the bundles are built, as `npm test` does first. */
function whenBuilt(file: string) {
  const built = existsSync(file)
  if (!built) console.warn(`Skipped, as ${file} is not built: npm run build`)
  return describe.skipIf(!built)
}

/** Opens a spec with an unknown reference, and gives the findings. */
async function converse(connection: ProtocolConnection): Promise<readonly unknown[]> {
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', () => [null])
  connection.listen()
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: MODERN })
  await connection.sendNotification('initialized', {})
  const text = SPEC.replace('(REQ-001)', '(REQ-009)')
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: SPEC_URI, languageId: 'markdown', version: 1, text },
  })
  return rulesOf(
    await connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri: SPEC_URI },
    }),
  )
}

function endAfterTest(child: ChildProcess): void {
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
}

whenBuilt(CLI)('specmark lsp --stdio', () => {
  function start() {
    const child = spawn(process.execPath, [BIN, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] })
    endAfterTest(child)
    const reader = new StreamMessageReader(child.stdout)
    const writer = new StreamMessageWriter(child.stdin)
    return { child, ended: once(child, 'exit'), connection: createProtocolConnection(reader, writer) }
  }

  it('serves a client and ends with code 0 when told to', async () => {
    const { connection, ended } = start()
    expect(await converse(connection)).toContain('reference/unknown')
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await ended).toEqual([0, null])
  })

  it('ends with code 1 when its client goes without a word', async () => {
    const { child, connection, ended } = start()
    await converse(connection)
    child.stdin.end()
    expect(await ended).toEqual([1, null])
  })
})

whenBuilt(FORKED)('the server that the extension forks', () => {
  function start() {
    // The argument that the client library adds.
    const child = fork(FORKED, ['--node-ipc', `--clientProcessId=${process.pid}`], { silent: true })
    endAfterTest(child)
    const connection = createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child))
    return { child, ended: once(child, 'exit'), connection }
  }

  it('serves its parent and ends with code 0 when told to', async () => {
    const { connection, ended } = start()
    expect(await converse(connection)).toContain('reference/unknown')
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    expect(await ended).toEqual([0, null])
  })

  it('ends with code 1 when its parent goes without a word', async () => {
    const { child, connection, ended } = start()
    await converse(connection)
    child.disconnect()
    expect(await ended).toEqual([1, null])
  })
})
