import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { random } from './generate-spec.mjs'
import { writeWorkspace } from './generate-workspace.mjs'
import { startServer } from './protocol.mjs'
import { mb, ms, table } from './table.mjs'
import { spread, typing } from './typing.mjs'

/** Requests of each kind; the first are for warming up. */
const REQUESTS = 220
/** Milliseconds that 95 of 100 answers must not exceed. */
const ANSWER = 5
const KEYSTROKE = 30
const READ = /specifications?, read in (\d+) ms/
const ITEM = /\*\*\[?((?:REQ|TEST|AC)-\d+)/g

/**
 * A folder of specifications that name each other, with a server of its own: how long it takes to read them, what answers
 * and keystrokes take then, the whole way of the protocol, and the memory.
 *
 * @param {{ specs: number }} options
 */
export async function measureWorkspace({ specs }) {
  const folder = mkdtempSync(join(tmpdir(), 'specmark-bench-'))
  try {
    return await measure(folder, writeWorkspace(folder, { specs }))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder @param {readonly { path: string, text: string }[]} files */
async function measure(folder, files) {
  /** @type {(time: number) => void} */
  let isRead = () => {}
  const read = new Promise((resolve) => {
    isRead = resolve
  })
  const started = performance.now()
  const server = await startServer(String(pathToFileURL(folder)), (message) => {
    const time = READ.exec(message)?.[1]
    if (time !== undefined) isRead(Number(time))
  })
  const opened = await open(server.connection, files[Math.floor(files.length / 2)])
  const first = performance.now() - started
  const index = await read
  const rows = [
    [`a workspace of ${files.length} specifications`, '', 'budget of p95'],
    ['text', mb(files.reduce((sum, { text }) => sum + text.length, 0)), ''],
    ['items', String(files.reduce((sum, { text }) => sum + [...text.matchAll(ITEM)].length, 0)), ''],
    ['start of the server to the findings of the open document', ms(first), ''],
    ['all of them read, in the same time', ms(index), ''],
  ]
  const named = await open(server.connection, files[0])
  for (const [name, ask] of questions(server.connection, opened, named)) {
    const { p50, p95 } = spread(await timesOf(name, ask))
    rows.push([name, `${ms(p50)}, p95 ${ms(p95)}`, judged(p95, ANSWER)])
  }
  const { p50, p95 } = spread(await keystrokes(server.connection, opened))
  rows.push(['keystroke to diagnostics', `${ms(p50)}, p95 ${ms(p95)}`, judged(p95, KEYSTROKE)])
  rows.push(['memory of the server', mb(memoryOf(server.pid)), ''])
  await server.end()
  return table(rows)
}

/** @param {number} p95 @param {number} budget */
const judged = (p95, budget) => `${budget} ms: ${p95 <= budget ? 'met' : 'missed'}`

/** Opens a document and has it checked. @param {Connection} connection @param {{ path: string, text: string } | undefined} file */
async function open(connection, file) {
  if (file === undefined) throw new Error('A workspace of no specifications has nothing to measure.')
  const uri = String(pathToFileURL(file.path))
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text: file.text },
  })
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  return TextDocument.create(uri, 'markdown', 1, file.text)
}

/** @typedef {Awaited<ReturnType<typeof startServer>>['connection']} Connection */

/**
 * What is asked, each time of another place or with other words, and whether the answer has something in it.
 *
 * @param {Connection} connection @param {TextDocument} document @param {TextDocument} named a tenth of all names its first item
 * @returns {readonly (readonly [name: string, ask: (next: () => number) => Promise<unknown>])[]}
 */
function questions(connection, document, named) {
  const text = document.getText()
  const textDocument = { uri: document.uri }
  const places = [...text.matchAll(/\b(?:REQ|AC)-\d+/g)].map(({ index }) => document.positionAt(index + 1))
  const across = [...text.matchAll(/(?<=SPEC-[\d-]+#)REQ/g)].map(({ index }) =>
    document.positionAt(index + 1),
  )
  /** @template T @param {readonly T[]} list @param {() => number} next */
  const pick = (list, next) => /** @type {T} */ (list[Math.floor(next() * list.length)])
  const context = { includeDeclaration: true }
  const position = named.positionAt(named.getText().indexOf('[REQ-001]') + 2)
  const ask = (/** @type {string} */ method, /** @type {object} */ params) =>
    connection.sendRequest(method, params)
  const words = ['archive', 'export the ledger', 'REQ-002', 'restore certificate', 'AC-1', 'TEST']
  return [
    ['completion', (next) => ask('textDocument/completion', { textDocument, position: pick(places, next) })],
    [
      'completion behind the ID of another',
      () => ask('textDocument/completion', { textDocument, position: pick(across, () => 0) }),
    ],
    ['hover', (next) => ask('textDocument/hover', { textDocument, position: pick(places, next) })],
    [
      'hover on an item of another',
      () => ask('textDocument/hover', { textDocument, position: pick(across, () => 0) }),
    ],
    ['definition', (next) => ask('textDocument/definition', { textDocument, position: pick(places, next) })],
    [
      'definition in another',
      () => ask('textDocument/definition', { textDocument, position: pick(across, () => 0) }),
    ],
    [
      'references',
      (next) => ask('textDocument/references', { textDocument, position: pick(places, next), context }),
    ],
    [
      'references to an item that a tenth of all name',
      () => ask('textDocument/references', { textDocument: { uri: named.uri }, position, context }),
    ],
    ['workspace symbols', (next) => ask('workspace/symbol', { query: pick(words, next) })],
  ]
}

/** @param {string} name @param {(next: () => number) => Promise<unknown>} ask @returns milliseconds by the clock */
async function timesOf(name, ask) {
  const next = random(5)
  const times = []
  let answers = 0
  for (let request = 0; request < REQUESTS; request++) {
    const before = performance.now()
    const answer = await ask(next)
    times.push(performance.now() - before)
    if (answer !== null && !(Array.isArray(answer) && answer.length === 0)) answers++
  }
  if (answers === 0)
    throw new Error(`Nothing was answered for ${name}: this bench asks for a place where nothing is.`)
  return times
}

/** @param {Connection} connection @param {TextDocument} document */
async function keystrokes(connection, document) {
  const { uri } = document
  const times = []
  for (const change of typing(document, /^\d+\. \*\*\[REQ/)) {
    TextDocument.update(document, [change], document.version + 1)
    const before = performance.now()
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: [change],
    })
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
    times.push(performance.now() - before)
  }
  return times
}

/** Resident bytes of a process; 0 where `ps` is missing. @param {number | undefined} pid */
function memoryOf(pid) {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1024
  } catch {
    return 0
  }
}
