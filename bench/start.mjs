// What the start of the server takes, as editors start it: from its process to the answer of `initialize`, and to what is found
// in a document that is opened at once.
//
//   node scripts/build.mjs --production && node bench/start.mjs [--starts 15] [--write docs/performance.md] [--json]
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpus, loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  createProtocolConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { generateSpec } from './generate-spec.mjs'
import { processFigures } from './process-figures.mjs'
import { ms, percentile, table } from './table.mjs'
import { writeFigures } from './write-figures.mjs'

const root = resolve(import.meta.dirname, '..')
const uri = 'file:///bench/spec.md'

/** Milliseconds until the first answer. */
const BUDGET = 200
/** Some 13 KB, as half of the published ones are. */
const LINES = 210

/** @typedef {{ answered: number, processor: number, checked: number }} Times milliseconds; those that do not make sense are `NaN` */

/** @typedef {{ child: import('node:child_process').ChildProcess, connection: import('vscode-languageserver').ProtocolConnection }} Started */

/** What every editor can start: `specmark lsp --stdio`. @returns {Started} */
function startByStdio() {
  const child = spawn(process.execPath, [join(root, 'server/bin/specmark.js'), 'lsp', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const reader = new StreamMessageReader(child.stdout)
  return { child, connection: createProtocolConnection(reader, new StreamMessageWriter(child.stdin)) }
}

/** What VS Code starts: the bundle of the extension. @returns {Started} */
function startByFork() {
  const child = fork(join(root, 'dist/server.cjs'), ['--node-ipc'], { silent: true })
  const reader = new IPCMessageReader(child)
  return { child, connection: createProtocolConnection(reader, new IPCMessageWriter(child)) }
}

/** A process that answers, and does nothing else: what no server on this runtime can do without. Milliseconds. */
async function startNothing() {
  const started = performance.now()
  const child = spawn(process.execPath, ['--eval', 'process.send(0)'], { stdio: ['ignore', 1, 2, 'ipc'] })
  await once(child, 'message')
  const answered = performance.now() - started
  await once(child, 'exit')
  return { answered, processor: Number.NaN, checked: Number.NaN }
}

/** From the start of the process. @param {() => Started} start @returns {Promise<Times>} */
async function startOnce(start) {
  // Names an item that there is not, so that something is found.
  const text = `${generateSpec({ lines: LINES })}\nSee REQ-999.\n`
  const started = performance.now()
  const { child, connection } = start()
  const exit = once(child, 'exit')
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
  })
  const answered = performance.now() - started
  const processor = processFigures(child.pid).mainThread()
  await connection.sendNotification('initialized', {})
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  const checked = performance.now() - started
  const { items } = /** @type {import('vscode-languageserver').FullDocumentDiagnosticReport} */ (report)
  if (items.length === 0) throw new Error('Nothing was found in a document that has mistakes.')
  await connection.sendRequest('shutdown')
  await connection.sendNotification('exit')
  await exit
  connection.dispose()
  return { answered, checked, processor }
}

/** Those that are measured, by name. @type {readonly (readonly [name: string, start: () => Promise<Times>])[]} */
const STARTS = [
  ['Node alone, without a program', startNothing],
  ['specmark lsp --stdio', () => startOnce(startByStdio)],
  ['as VS Code starts it', () => startOnce(startByFork)],
]

/**
 * Medians, in milliseconds. The ways take turns, after a round that does not count: files are then read from memory, and other
 * programs disturb all alike.
 *
 * @param {number} starts
 */
async function medians(starts) {
  const all = STARTS.map(([name, start]) => ({ name, start, times: /** @type {Times[]} */ ([]) }))
  for (let round = 0; round <= starts; round++) {
    for (const { start, times } of all) {
      const time = await start()
      if (round > 0) times.push(time)
    }
  }
  return all.map(({ name, times }) => ({
    name,
    answered: median(times.map(({ answered }) => answered)),
    processor: median(times.map(({ processor }) => processor)),
    checked: median(times.map(({ checked }) => checked)),
  }))
}

/** @param {readonly number[]} times */
function median(times) {
  return percentile(
    [...times].sort((a, b) => a - b),
    0.5,
  )
}

/** @param {number} time */
const shown = (time) => (Number.isNaN(time) ? '' : ms(time))

/** @param {Awaited<ReturnType<typeof medians>>} measured */
function asTable([nothing, ...servers]) {
  const head = ['answer of initialize', 'budget', '… processor time', 'findings of a document']
  const rows = servers.map(({ name, answered, processor, checked }) => {
    const verdict = `${BUDGET} ms: ${answered <= BUDGET ? 'met' : 'missed'}`
    return [name, ms(answered), verdict, shown(processor), ms(checked)]
  })
  return table([
    ['start', ...head],
    [nothing?.name ?? '', shown(nothing?.answered ?? Number.NaN), '', '', ''],
    ...rows,
  ])
}

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '15' },
    write: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})
const measured = await medians(Number(values.starts))
if (values.json) console.log(JSON.stringify(measured))
else {
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`
  const text = `${machine}\n\n${asTable(measured)}`
  console.log(text)
  if (values.write !== undefined) writeFigures(values.write, text, 'start figures')
}
