import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { random } from './generate-spec.mjs'
import { writeWorkspace } from './generate-workspace.mjs'
import { processFigures } from './process-figures.mjs'
import { startServer } from './protocol.mjs'
import { spread, typing } from './typing.mjs'

/** Requests of each kind; the first are for warming up. */
const REQUESTS = 120
/** Keystrokes on the ID that a tenth of all name. */
const NAMED_KEYSTROKES = 60
const READ = /specifications?, read in (\d+) ms/
const ITEM = /\*\*\[?((?:REQ|TEST|AC)-\d+)/g
const FIGURES = new URL('server-figures.mjs', import.meta.url)

/**
 * A folder of specifications that name each other, with servers of their own: how long they take to read it, without a cache and
 * with that of the first, what answers and keystrokes take then, the whole way of the protocol, and the memory.
 *
 * @typedef {Awaited<ReturnType<typeof measureWorkspace>>} WorkspaceFigures times in milliseconds, memory in bytes; `held` of one item
 * @param {{ specs: number }} options
 */
export async function measureWorkspace({ specs }) {
  const scratch = mkdtempSync(join(tmpdir(), 'specmark-bench-'))
  try {
    const folder = join(scratch, 'work')
    const files = writeWorkspace(folder, { specs })
    const cacheFolder = String(pathToFileURL(join(scratch, 'cache')))
    const cold = await start(folder, files, cacheFolder)
    const { held: hold, heap } = await cold.end()
    const heapWithout = await heapWithoutWorkspace(files[Math.floor(files.length / 2)])
    const cached = await start(folder, files, cacheFolder)
    const answers = await measureAnswers(cached, files)
    const searched = cached.figures.peak()
    await cached.end()
    const items = files.reduce((sum, { text }) => sum + [...text.matchAll(ITEM)].length, 0)
    return {
      specs: files.length,
      text: files.reduce((sum, { text }) => sum + text.length, 0),
      items,
      held: (heap - heapWithout) / items,
      cold: { ...cold.times, hold },
      cached: { ...cached.times, searched },
      answers,
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Starts a server, opens a document, and waits until all is read. @param {string} folder @param {readonly GeneratedFile[]} files @param {string} cacheFolder */
async function start(folder, files, cacheFolder) {
  /** @type {(time: number) => void} */
  let isRead = () => {}
  const read = new Promise((resolve) => {
    isRead = resolve
  })
  const started = performance.now()
  const log = (/** @type {string} */ message) => {
    const time = READ.exec(message)?.[1]
    if (time !== undefined) isRead(Number(time))
  }
  const server = await startServer(String(pathToFileURL(folder)), log, { cacheFolder, hook: FIGURES })
  const figures = processFigures(server.pid)
  const opened = await open(server.connection, files[Math.floor(files.length / 2)])
  const first = performance.now() - started
  const firstAt = Date.now()
  const index = await read
  const readAt = Date.now()
  const times = { first, index, processor: figures.processor(), peak: figures.peak() }
  /** Ends it; the longest time that its loop was held while it read, and what its heap held. */
  const end = async () => {
    const { holds, heap } = figuresIn(await server.end())
    const meanwhile = holds.filter(({ at }) => at > firstAt && at <= readAt)
    return { held: Math.max(0, ...meanwhile.map(({ held }) => held)), heap }
  }
  return { server, figures, opened, times, end }
}

/** @param {string} told @returns {import('./server-figures.mjs').ServerFigures} */
function figuresIn(told) {
  return JSON.parse(told)
}

/** Bytes that the heap of a server holds that has no folder, and the same document open. @param {GeneratedFile | undefined} file */
async function heapWithoutWorkspace(file) {
  const server = await startServer(null, () => {}, { hook: FIGURES })
  await open(server.connection, file)
  return figuresIn(await server.end()).heap
}

/** @typedef {{ path: string, text: string }} GeneratedFile */

/** By the clock, and by the processor time of the thread that answers. @param {Awaited<ReturnType<typeof start>>} started @param {readonly GeneratedFile[]} files */
async function measureAnswers({ server: { connection }, figures, opened }, files) {
  const named = await open(connection, files[0])
  const measured = []
  const measure = async (/** @type {string} */ name, /** @type {() => Promise<readonly Time[]>} */ ask) => {
    const times = await ask()
    const clock = spread(times.map(({ time }) => time))
    measured.push({ name, ...clock, processor: spread(times.map(({ processor }) => processor)).p95 })
  }
  const timed = timer(figures)
  for (const [name, ask] of questions(connection, opened, named))
    await measure(name, () => timesOf(name, ask, timed))
  await measure(KEYSTROKE, () => keystrokes(connection, opened, timed))
  await measure(NAMED_KEYSTROKE, () => keystrokesOnNamed(connection, named, timed))
  return measured
}

/** @typedef {{ time: number, processor: number }} Time milliseconds */

/** @typedef {<T>(work: () => Promise<T>) => Promise<Time & { answer: T }>} Timed */

/** @param {ReturnType<typeof processFigures>} figures @returns {Timed} */
function timer(figures) {
  return async (work) => {
    const [before, processor] = [performance.now(), figures.mainThread()]
    const answer = await work()
    const time = performance.now() - before
    // The system counts a thread's time when it lets it go.
    await new Promise((soon) => setImmediate(soon))
    return { time, processor: figures.mainThread() - processor, answer }
  }
}

export const KEYSTROKE = 'keystroke to diagnostics'
export const NAMED_KEYSTROKE = 'keystroke on an ID that a tenth of all name'

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

/** @param {string} name @param {(next: () => number) => Promise<unknown>} ask @param {Timed} timed */
async function timesOf(name, ask, timed) {
  const next = random(5)
  const times = []
  let answers = 0
  for (let request = 0; request < REQUESTS; request++) {
    const { answer, ...time } = await timed(() => ask(next))
    times.push(time)
    if (answer !== null && !(Array.isArray(answer) && answer.length === 0)) answers++
  }
  if (answers === 0)
    throw new Error(`Nothing was answered for ${name}: this bench asks for a place where nothing is.`)
  return times
}

/** Sends a change and waits for what is found then. @param {Connection} connection @param {TextDocument} document @param {import('vscode-languageserver').TextDocumentContentChangeEvent} change */
async function checked(connection, { uri, version }, change) {
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [change],
  })
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
}

/** @param {Connection} connection @param {TextDocument} document @param {Timed} timed */
async function keystrokes(connection, document, timed) {
  const times = []
  for (const change of typing(document, /^\d+\. \*\*\[REQ/)) {
    TextDocument.update(document, [change], document.version + 1)
    times.push(await timed(() => checked(connection, document, change)))
  }
  return times
}

/** Makes another ID of the one that others name, and back again. @param {Connection} connection @param {TextDocument} document @param {Timed} timed */
async function keystrokesOnNamed(connection, document, timed) {
  const position = document.positionAt(document.getText().indexOf('[REQ-001]') + '[REQ-001'.length)
  const behind = { line: position.line, character: position.character + 1 }
  const times = []
  for (let stroke = 0; stroke < NAMED_KEYSTROKES; stroke++) {
    const isTyped = stroke % 2 === 0
    const change = { range: { start: position, end: isTyped ? position : behind }, text: isTyped ? '9' : '' }
    TextDocument.update(document, [change], document.version + 1)
    times.push(await timed(() => checked(connection, document, change)))
  }
  return times
}
