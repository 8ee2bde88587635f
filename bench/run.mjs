// What a keystroke costs, and what remark alone would; what each rule costs; a workspace; and a whole folder, beside other
// linters.
// Figures in the documentation come from here.
//
//   npm run bench [-- --corpus FOLDER] [-- --write docs/performance.md]
import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import * as specmark from '../server/dist/index.js'
import { compareCheckers } from './check.mjs'
import { measureBlocks } from './corpus.mjs'
import { fastPath } from './fast-path.mjs'
import { generatePhase, generateSpec, generateTable } from './generate-spec.mjs'
import { measureKeystrokes } from './keystrokes.mjs'
import { measureProtocol } from './protocol.mjs'
import { ruleTimes } from './rule-times.mjs'
import { measureSpecsView } from './specs-view.mjs'
import { mb, ms, percentile, table } from './table.mjs'
import { measureWorkspaces } from './workspaces.mjs'
import { writeFigures } from './write-figures.mjs'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { write: { type: 'string' }, corpus: { type: 'string', default: join(root, '../shared/corpus') } },
})

/** Milliseconds that 95 of 100 keystrokes must not exceed, and those that they should not. */
const REQUIRED = 30
const GOAL = 10

const TARGETS = [
  { name: 'spec of 5,200 lines', text: generateSpec(), where: /[a-z]{3,}/ },
  { name: 'table of 500 requirements', text: generateTable(), where: /^\| \*\*REQ/ },
  { name: 'phase of 100 tasks', text: generatePhase(), where: /Task \d/ },
]

/** Median of three, in milliseconds. @param {string} text */
function parseWhole(text) {
  const processor = remark().use(remarkGfm).use(remarkFrontmatter)
  const times = [1, 2, 3].map(() => {
    const before = performance.now()
    processor.parse(text)
    return performance.now() - before
  })
  return percentile(
    times.sort((a, b) => a - b),
    0.5,
  )
}

/** Bytes in use after a collection. */
function heapUsed() {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

async function memory() {
  const before = heapUsed()
  const service = specmark.createSpecService(specmark.createNodeHost(() => {}))
  const document = specmark.TextDocument.create('file:///bench/memory.md', 'markdown', 0, generateSpec())
  await service.analyse(document)
  const rows = [
    ['memory', ''],
    ['held for the open spec of 5,200 lines', mb(heapUsed() - before)],
    ['whole process, with that spec open', mb(process.memoryUsage().rss)],
  ]
  // Not before here: what a service holds for an open document is what is measured.
  service.close(document.uri)
  return table(rows)
}

/** @param {number} p95 */
function judged(p95) {
  const verdict = p95 <= GOAL ? 'goal met' : p95 <= REQUIRED ? 'met' : 'missed'
  return `${REQUIRED} ms, goal ${GOAL} ms: ${verdict}`
}

/** @param {string} text */
const sizeOf = (text) => `${Math.round(text.length / 1000)} KB`

async function throughService() {
  const head = ['remark alone', 'first time', 'p50', 'p95', 'budget of p95', 'slowest', 'CPU p95', 'findings']
  const rows = [['through the service', 'size', ...head]]
  for (const { name, text, where } of TARGETS) {
    const alone = parseWhole(text)
    const { cold, wall, processor, findings } = await measureKeystrokes(specmark, { text, where })
    const times = [alone, cold, wall.p50, wall.p95].map(ms)
    const rest = [judged(wall.p95), ms(wall.max), ms(processor.p95), String(findings)]
    rows.push([name, sizeOf(text), ...times, ...rest])
  }
  return table(rows)
}

async function throughProtocol() {
  const head = ['size', 'first time', 'p50', 'p95', 'budget of p95', 'slowest', 'findings']
  const rows = [['through the protocol', ...head]]
  for (const { name, text, where } of TARGETS) {
    const { cold, wall, findings } = await measureProtocol({ text, where })
    const times = [cold, wall.p50, wall.p95].map(ms)
    rows.push([name, sizeOf(text), ...times, judged(wall.p95), ms(wall.max), String(findings)])
  }
  return table(rows)
}

async function byRule() {
  const [largest] = TARGETS
  return largest === undefined ? '' : ruleTimes(specmark, largest)
}

/** @param {string} folder */
async function corpus(folder) {
  if (!existsSync(folder))
    return 'No folder of real specifications was measured: `--corpus FOLDER` names one.'
  const { files, blocks, length, largest, longest, time } = await measureBlocks(specmark, folder)
  const rows = [
    ['a folder of real specifications', ''],
    ['files', String(files)],
    ['text', mb(length)],
    ['mean block', `${Math.round(length / blocks)} characters`],
    ['largest block', `${largest.length} characters (${largest.type})`],
    ['read and checked, cold', ms(time)],
    ['slowest file', ms(longest)],
  ]
  return table(rows)
}

const texts = [
  `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`,
  await memory(),
  await throughService(),
  await throughProtocol(),
  await byRule(),
  await measureSpecsView(),
  await corpus(values.corpus),
  ...(existsSync(values.corpus)
    ? [await fastPath([values.corpus]), await compareCheckers(resolve(values.corpus))]
    : []),
]
const plots = values.write === undefined ? {} : { plots: dirname(resolve(values.write)) }
const ofWorkspaces = await measureWorkspaces({ sizes: [1000, 3000, 10_000], corpus: values.corpus, ...plots })
console.log([...texts, ofWorkspaces].join('\n\n'))
if (values.write !== undefined) {
  writeFigures(values.write, texts.join('\n\n'))
  writeFigures(values.write, ofWorkspaces, 'workspace figures')
}
