import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import {
  createProtocolConnection,
  type DocumentDiagnosticReport,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  type ProtocolConnection,
  type ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { rulesOf, SPEC, SPEC_URI } from './support/documents'
import { MODERN } from './support/test-client'

const BIN = fileURLToPath(new URL('../../bin/specmark.js', import.meta.url))
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url))
const FORKED = fileURLToPath(new URL('../../../dist/server.cjs', import.meta.url))

const REFUSALS = [ErrorCodes.ServerNotInitialized, ErrorCodes.InvalidRequest, ErrorCodes.InvalidRequest]

/** Runs where the bundles are built, as `npm test` does first. */
function whenBuilt(file: string) {
  const built = existsSync(file)
  if (!built) console.warn(`Skipped, as ${file} is not built: npm run build`)
  return describe.skipIf(!built)
}

const INITIALIZE = { processId: process.pid, rootUri: null, capabilities: MODERN }
const TEXT = SPEC.replace('(REQ-001)', '(REQ-009)')
const OPENED = { textDocument: { uri: SPEC_URI, languageId: 'markdown', version: 1, text: TEXT } }

function listen(connection: ProtocolConnection): void {
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', () => [null])
  connection.listen()
}

function pull(connection: ProtocolConnection): Promise<DocumentDiagnosticReport> {
  return connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: SPEC_URI } })
}

/** Opens a spec with an unknown reference, and gives the findings. */
async function converse(connection: ProtocolConnection): Promise<readonly unknown[]> {
  listen(connection)
  await connection.sendRequest('initialize', INITIALIZE)
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', OPENED)
  return rulesOf(await pull(connection))
}

/** The same without waiting for any answer. */
async function converseAtOnce(connection: ProtocolConnection): Promise<readonly unknown[]> {
  listen(connection)
  const initializing = connection.sendRequest('initialize', INITIALIZE)
  void connection.sendNotification('initialized', {})
  void connection.sendNotification('textDocument/didOpen', OPENED)
  const pulling = pull(connection)
  expect(await initializing).toHaveProperty('capabilities.diagnosticProvider')
  return rulesOf(await pulling)
}

/** Error codes of what is asked before and after the time in which requests are answered. */
async function misbehave(connection: ProtocolConnection): Promise<readonly unknown[]> {
  const codes: unknown[] = []
  const fail = (error: ResponseError) => void codes.push(error.code)
  listen(connection)
  await pull(connection).catch(fail)
  await connection.sendRequest('initialize', INITIALIZE)
  await connection.sendRequest('initialize', INITIALIZE).catch(fail)
  await connection.sendRequest('shutdown')
  await pull(connection).catch(fail)
  return codes
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

  it('answers what is sent before it has answered, in order', async () => {
    expect(await converseAtOnce(start().connection)).toContain('reference/unknown')
  })

  it('refuses what comes too early, twice or too late', async () => {
    expect(await misbehave(start().connection)).toEqual(REFUSALS)
  })

  it('ends with code 1 when its client goes without a word', async () => {
    const { child, connection, ended } = start()
    await converse(connection)
    child.stdin.end()
    expect(await ended).toEqual([1, null])
  })

  it('ends with code 1 when its client goes before the first word is out', async () => {
    const { child, ended } = start()
    child.stdin.end('Content-Length: 100\r\n\r\n{"jsonrpc":')
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

  it('answers what is sent before it has answered, in order', async () => {
    expect(await converseAtOnce(start().connection)).toContain('reference/unknown')
  })

  it('refuses what comes too early, twice or too late', async () => {
    expect(await misbehave(start().connection)).toEqual(REFUSALS)
  })

  it('ends with code 1 when its parent goes without a word', async () => {
    const { child, connection, ended } = start()
    await converse(connection)
    child.disconnect()
    expect(await ended).toEqual([1, null])
  })

  it('ends with code 1 when its parent goes before the first word', async () => {
    const { child, ended } = start()
    child.disconnect()
    expect(await ended).toEqual([1, null])
  })

  it('tells and ends where what serves cannot be loaded', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'specmark-start-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const alone = join(folder, 'server.cjs')
    await copyFile(FORKED, alone)
    const child = fork(alone, ['--node-ipc'], { silent: true })
    endAfterTest(child)
    const [ended, told] = [once(child, 'exit'), textOf(child.stderr as Readable)]
    child.send({ jsonrpc: '2.0', id: 1, method: 'initialize', params: INITIALIZE })
    expect(await ended).toEqual([1, null])
    expect(await told).toContain('serve.cjs')
  })
})
