import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { text as textOf } from 'node:stream/consumers'
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { spread, typing } from './typing.mjs'

const root = resolve(import.meta.dirname, '..')
const uri = 'file:///bench/spec.md'

/**
 * The whole way of a keystroke: a change is sent to the server in a process of its own, and its diagnostics are asked for
 * and received.
 *
 * @param {{ text: string, where: RegExp }} target `where` matches the lines that are typed in
 * @returns milliseconds by the clock; `cold` from the opening to the first diagnostics
 */
export async function measureProtocol({ text, where }) {
  const { connection, end } = await startServer()
  const document = TextDocument.create(uri, 'markdown', 1, text)
  const diagnostics = async () => {
    const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    return /** @type {import('vscode-languageserver').FullDocumentDiagnosticReport} */ (report).items.length
  }
  const started = performance.now()
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  let findings = await diagnostics()
  const cold = performance.now() - started
  const times = []
  for (const change of typing(document, where)) {
    TextDocument.update(document, [change], document.version + 1)
    const before = performance.now()
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [change],
    })
    findings = await diagnostics()
    times.push(performance.now() - before)
  }
  await end()
  return { cold, findings, wall: spread(times) }
}

/**
 * A server in a process of its own, which has been initialized.
 *
 * @param {string | null} [folder] URI of the folder that is its workspace; without one it has none
 * @param {(message: string) => void} [log] hears what the server logs, from its first line on
 * @param {{ cacheFolder?: string, hook?: URL }} [options] `hook`: a module that it is to load first, which may write to channel 3
 */
export async function startServer(folder = null, log = () => {}, { cacheFolder, hook } = {}) {
  const bin = join(root, 'server/bin/specmark.js')
  const hooks = hook === undefined ? [] : ['--import', hook.href]
  const child = spawn(process.execPath, [...hooks, bin, 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'pipe'],
  })
  const told = textOf(/** @type {import('node:stream').Readable} */ (child.stdio[3]))
  const exit = once(child, 'exit')
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  connection.onRequest('client/registerCapability', () => null)
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null))
  connection.onNotification('window/logMessage', ({ message }) => log(message))
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: folder,
    workspaceFolders: folder === null ? null : [{ uri: folder, name: 'bench' }],
    initializationOptions: { cacheFolder },
    capabilities: {
      workspace: { configuration: true },
      // Findings are asked for, so that an answer belongs to its keystroke.
      textDocument: { diagnostic: {} },
    },
  })
  await connection.sendNotification('initialized', {})
  const end = async () => {
    await connection.sendRequest('shutdown')
    await connection.sendNotification('exit')
    await exit
    connection.dispose()
    return told
  }
  return { connection, end, pid: child.pid }
}
