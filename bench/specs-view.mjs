import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeWorkspace } from './generate-workspace.mjs'
import { startServer } from './protocol.mjs'
import { ms, percentile, table } from './table.mjs'

/** Milliseconds in which the view is to open, by how many specifications it lists, and a tick to be repainted. */
const BUDGETS = [
  { specs: 100, open: 300 },
  { specs: 10_000, open: 2000 },
]
const TICK = 100
const TICKS = 60
const READ = /specifications?, read in (\d+) ms/

/**
 * The server's part of the view of all specifications, the whole way of the protocol: the list that it opens with, what is in one
 * that is unfolded, a list narrowed down, and a tick until the view is told of it.
 */
export async function measureSpecsView() {
  const rows = [['the view of all specifications', 'list', 'by words', 'unfold one', 'tick, p95', 'budgets']]
  for (const { specs, open } of BUDGETS) {
    const folder = mkdtempSync(join(tmpdir(), 'specmark-bench-'))
    try {
      const times = await measure(folder, writeWorkspace(folder, { specs }))
      const isMet = times.list <= open && times.tick <= TICK
      const budgets = `${open} ms, tick ${TICK} ms: ${isMet ? 'met' : 'missed'}`
      rows.push([
        `${specs.toLocaleString('en')} specifications`,
        ...[times.list, times.filtered, times.unfold, times.tick].map(ms),
        budgets,
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return table(rows)
}

/** @param {string} folder @param {readonly { path: string, text: string }[]} files */
async function measure(folder, files) {
  /** @type {() => void} */
  let isRead = () => {}
  const read = new Promise((resolve) => {
    isRead = () => resolve(undefined)
  })
  const { connection, end } = await startServer(String(pathToFileURL(folder)), (message) => {
    if (READ.test(message)) isRead()
  })
  await read
  const follow = (/** @type {object | null} */ filter) =>
    timeOf(() => connection.sendRequest('specmark/followSpecs', { goOn: false, filter }))
  const filtered = await follow({ text: 'restore certificate', openOnly: true, kind: null })
  const list = await follow(null)
  const file = files[Math.floor(files.length / 2)]
  if (file === undefined) throw new Error('A workspace of no specifications has nothing to measure.')
  const uri = String(pathToFileURL(file.path))
  const unfold = await timeOf(() => connection.sendRequest('specmark/specInside', { uri }))
  const tick = await ticks(connection, uri, file.text)
  await end()
  return { list, filtered, unfold, tick }
}

/** @param {() => Promise<unknown>} work @returns milliseconds by the clock */
async function timeOf(work) {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/**
 * One box, ticked and unticked: from the change of the document until its row is told and what is below it has been asked for.
 *
 * @param {Awaited<ReturnType<typeof startServer>>['connection']} connection @param {string} uri @param {string} text
 */
async function ticks(connection, uri, text) {
  const line = text.split('\n').findIndex((one) => one.startsWith('- [ ]'))
  /** @type {(done: number) => void} */
  let told = () => {}
  connection.onNotification('specmark/specsChanged', ({ changed }) => {
    const listing = changed.find((/** @type {{ uri: string }} */ one) => one.uri === uri)
    if (listing !== undefined) told(listing.progress.done)
  })
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version: 1, text },
  })
  await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } })
  const { changed } = await connection.sendRequest('specmark/followSpecs', { goOn: false, filter: null })
  const times = []
  // A listing that is told as its findings are has the count of before: only another one answers a tick.
  let done = changed.find((/** @type {{ uri: string }} */ one) => one.uri === uri)?.progress.done
  for (let tick = 0; tick < TICKS; tick++) {
    const before = performance.now()
    const isTold = new Promise((resolve) => {
      told = (count) => count !== done && resolve(count)
    })
    const range = { start: { line, character: 3 }, end: { line, character: 4 } }
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: tick + 2 },
      contentChanges: [{ range, text: tick % 2 === 0 ? 'x' : ' ' }],
    })
    done = await isTold
    await connection.sendRequest('specmark/specInside', { uri })
    times.push(performance.now() - before)
  }
  return percentile(
    times.sort((a, b) => a - b),
    0.95,
  )
}
