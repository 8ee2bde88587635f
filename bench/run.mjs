// What a keystroke costs, and what remark alone would. Figures in the documentation come from here.
//
//   npm run bench [-- --corpus FOLDER]
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import * as specmark from '../server/dist/index.js'
import { measureBlocks } from './corpus.mjs'
import { generatePhase, generateSpec, generateTable } from './generate-spec.mjs'
import { measureKeystrokes } from './keystrokes.mjs'
import { mb, ms, percentile, table } from './table.mjs'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({
  options: { corpus: { type: 'string', default: join(root, '../shared/corpus') } },
})

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

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}\n`)

const rows = [
  [
    'from a keystroke to diagnostics',
    'size',
    'remark alone',
    'first time',
    'p50',
    'p95',
    'slowest',
    'findings',
  ],
]
for (const { name, text, where } of TARGETS) {
  const alone = parseWhole(text)
  const { cold, p50, p95, max, findings } = await measureKeystrokes(specmark, { text, where })
  rows.push([name, mb(text.length), ms(alone), ms(cold), ms(p50), ms(p95), ms(max), String(findings)])
}
console.log(`${table(rows)}\n`)

const before = heapUsed()
const service = specmark.createSpecService(specmark.createNodeHost(() => {}))
const document = specmark.TextDocument.create('file:///bench/memory.md', 'markdown', 0, generateSpec())
await service.analyse(document)
const held = heapUsed() - before
console.log(
  `${table([
    ['memory', ''],
    ['held for the open spec of 5,200 lines', mb(held)],
    ['whole process at its largest', mb(process.resourceUsage().maxRSS * 1024)],
  ])}\n`,
)
// Not before here: what a service holds for an open document is what is measured.
service.close(document.uri)

if (existsSync(values.corpus)) {
  const { files, blocks, length, largest, longest, time } = await measureBlocks(specmark, values.corpus)
  console.log(
    table([
      [`real specifications: ${relative(root, values.corpus)}`, ''],
      ['files', String(files)],
      ['text', mb(length)],
      ['mean block', `${Math.round(length / blocks)} characters`],
      ['largest block', `${largest.length} characters (${largest.type})`],
      ['  in', relative(values.corpus, largest.file)],
      ['read and checked, cold', ms(time)],
      ['slowest file', ms(longest)],
    ]),
  )
} else console.log(`No real specifications: ${values.corpus} does not exist (name a folder with --corpus).`)
