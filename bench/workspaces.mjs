// What a workspace costs against its size: reading it, without a cache and with one, answers, keystrokes, memory; and, at the
// smallest size, beside the service behind VS Code's own Markdown support.
//
//   npm run build && node bench/workspaces.mjs [--sizes 1000,3000,10000] [--write docs/performance.md]
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as specmark from '../server/dist/index.js'
import { compareLikeness } from './likeness.mjs'
import { measureMarkdownService } from './markdown-service.mjs'
import { plot } from './plot.mjs'
import { mb, ms, table } from './table.mjs'
import { KEYSTROKE, measureWorkspace, NAMED_KEYSTROKE } from './workspace.mjs'
import { writeFigures } from './write-figures.mjs'

const root = resolve(import.meta.dirname, '..')

/** @typedef {import('./workspace.mjs').WorkspaceFigures} Figures */

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {(figures: Figures) => number} value
 * @property {(value: number) => string} shown
 * @property {readonly [required: number, goal: number]} [budget] at the largest size
 */

/** @type {readonly Row[]} */
const READING = [
  { name: 'text', value: ({ text }) => text, shown: mb },
  { name: 'items', value: ({ items }) => items, shown: String },
  {
    name: 'start of the server to the findings of the open document',
    value: ({ cold }) => cold.first,
    shown: ms,
    budget: [1000, 500],
  },
  { name: 'all of them read', value: ({ cold }) => cold.index, shown: ms, budget: [30_000, 10_000] },
  { name: '… processor time, of all threads', value: ({ cold }) => cold.processor, shown: ms },
  {
    name: '… longest that the loop is held meanwhile',
    value: ({ cold }) => cold.hold,
    shown: ms,
    budget: [20, 20],
  },
  {
    name: '… memory at most, threads included',
    value: ({ cold }) => cold.peak,
    shown: mb,
    budget: [600e6, 400e6],
  },
  {
    name: '… bytes that the heap holds for an item, all of its closed file included',
    value: ({ held }) => held,
    shown: (bytes) => bytes.toFixed(0),
  },
  {
    name: 'the next time, from the cache',
    value: ({ cached }) => cached.index,
    shown: ms,
    budget: [2000, 1000],
  },
  { name: '… processor time, start included', value: ({ cached }) => cached.processor, shown: ms },
  { name: '… memory at most', value: ({ cached }) => cached.peak, shown: mb, budget: [600e6, 400e6] },
  {
    name: '… memory at most after all questions',
    value: ({ cached }) => cached.searched,
    shown: mb,
    budget: [600e6, 400e6],
  },
]

/** @param {readonly Figures[]} all @returns {readonly Row[]} */
function answersOf(all) {
  return (all[0]?.answers ?? []).flatMap(({ name }) => {
    const of = (/** @type {Figures} */ { answers }) => answers.find((one) => one.name === name)
    return [
      {
        name: `${name}, p95`,
        value: (/** @type {Figures} */ figures) => of(figures)?.p95 ?? Number.NaN,
        shown: ms,
        budget: budgetOf(name),
      },
      {
        name: '… processor time',
        value: (/** @type {Figures} */ figures) => of(figures)?.processor ?? Number.NaN,
        shown: ms,
      },
    ]
  })
}

/** Specifications of the workspace that the budgets are for. */
const BUDGETED = 10_000

/** @param {string} name @returns {readonly [required: number, goal: number]} */
function budgetOf(name) {
  if (name === KEYSTROKE) return [30, 10]
  return name === NAMED_KEYSTROKE ? [100, 50] : [10, 5]
}

/** @param {Row} row @param {Figures} figures */
function judged({ budget, value, shown }, figures) {
  if (budget === undefined) return ''
  const [required, goal] = budget
  const wanted = required === goal ? shown(required) : `${shown(required)}, goal ${shown(goal)}`
  if (figures.specs < BUDGETED) return wanted
  const is = value(figures)
  const verdict = is <= goal ? 'goal met' : is <= required ? 'met' : 'missed'
  return `${wanted}: ${required === goal && is <= goal ? 'met' : verdict}`
}

/** @param {readonly Figures[]} all */
function figuresTable(all) {
  const largest = all.at(-1)
  if (largest === undefined) return ''
  const head = [
    'specifications',
    ...all.map(({ specs }) => specs.toLocaleString('en')),
    `budget at ${BUDGETED.toLocaleString('en')}`,
  ]
  const rows = [...READING, ...answersOf(all)].map((row) => [
    row.name,
    ...all.map((figures) => row.shown(row.value(figures))),
    judged(row, largest),
  ])
  return table([head, ...rows])
}

/** @param {readonly Figures[]} all @param {string} folder */
function writePlots(all, folder) {
  const points = (/** @type {(figures: Figures) => number} */ value) =>
    all.map((figures) => /** @type {const} */ ([figures.specs, value(figures)]))
  const p95 = (/** @type {string} */ name) =>
    points(({ answers }) => answers.find((one) => one.name === name)?.processor ?? 0)
  const across = 'specifications'
  const reading = plot({
    ...{ title: 'Reading a workspace', across, up: 'seconds of processor time' },
    series: [
      { name: 'cold', points: points(({ cold }) => cold.processor / 1000) },
      { name: 'from the cache', points: points(({ cached }) => cached.processor / 1000) },
    ],
  })
  const keystrokes = plot({
    ...{ title: 'Keystroke to diagnostics, p95', across, up: 'milliseconds of processor time' },
    series: [
      { name: 'in a specification', points: p95(KEYSTROKE) },
      { name: 'on an ID that a tenth of all name', points: p95(NAMED_KEYSTROKE) },
    ],
  })
  writeFileSync(join(folder, 'performance-reading.svg'), reading)
  writeFileSync(join(folder, 'performance-keystrokes.svg'), keystrokes)
}

/** The text for the page. @param {{ sizes: readonly number[], corpus: string, plots?: string }} options `plots`: where they are written */
export async function measureWorkspaces({ sizes, corpus, plots }) {
  const [smallest = 1000] = sizes
  const all = []
  for (const specs of sizes) {
    all.push(await measureWorkspace({ specs }))
    console.error(`Measured ${specs} specifications`)
  }
  if (plots !== undefined) writePlots(all, plots)
  return [
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${mb(totalmem())}, load ${loadavg()[0]?.toFixed(1)}`,
    figuresTable(all),
    await measureMarkdownService({ specs: smallest, ours: all[0] }),
    await compareLikeness(specmark, { specs: Math.min(smallest, 1000), corpus }),
  ].join('\n\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,3000,10000' },
      write: { type: 'string' },
      corpus: { type: 'string', default: join(root, '../shared/corpus') },
    },
  })
  const { write, corpus } = values
  const plots = write === undefined ? {} : { plots: dirname(resolve(write)) }
  const text = await measureWorkspaces({ sizes: values.sizes.split(',').map(Number), corpus, ...plots })
  console.log(text)
  if (write !== undefined) writeFigures(write, text, 'workspace figures')
}
