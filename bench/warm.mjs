// What of a cold run is the program's own work, and what the runtime takes to get to know the program: the same files are read and
// judged again and again in one process. And what a second processor would bring: halves of the files, by two processes at once.
// For a folder without a config, and without links from file to file that the halves would break.
//
//   npm run build && node bench/warm.mjs FOLDER [--write docs/performance.md]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import * as specmark from '../server/dist/index.js'
import { markdownFiles } from './corpus.mjs'
import { ms, percentile, table } from './table.mjs'
import { writeFigures } from './write-figures.mjs'

const PASSES = 6
const ROUNDS = 3
const program = resolve(import.meta.dirname, '../server/bin/specmark.js')

/**
 * Milliseconds of each time that all files are read and judged, by a service that remembers nothing of the ones before.
 *
 * @param {string} folder
 * @param {readonly string[]} files
 */
async function passes(folder, files) {
  const uris = files.map((file) => pathToFileURL(file).href)
  const times = []
  for (let pass = 0; pass < PASSES; pass += 1) {
    const service = specmark.createSpecService(specmark.createNodeHost(() => {}))
    const done = /** @type {Set<string>} */ (new Set())
    const started = performance.now()
    // As the command line goes about it: what names nothing of others is judged while the folder is read.
    await service.addFolder(pathToFileURL(folder).href, {
      judging: {
        isWanted: () => true,
        take: ({ document }) => done.add(document.uri),
        takeNone: (uri) => done.add(uri),
      },
    })
    for (const uri of uris) if (!done.has(uri)) await service.analyseFile(uri)
    times.push(performance.now() - started)
  }
  return times
}

/**
 * Milliseconds until `specmark check` has ended in all of the folders, at once. Throws where one could not check.
 *
 * @param {readonly string[]} folders
 */
async function check(folders) {
  const started = performance.now()
  await Promise.all(folders.map(checkOne))
  return performance.now() - started
}

/** @param {string} folder */
async function checkOne(folder) {
  const [code] = await once(spawn(process.execPath, [program, 'check', folder], { stdio: 'ignore' }), 'exit')
  // It ends with 1 where it has found something.
  if (code !== 0 && code !== 1) throw new Error(`specmark check ${folder} ended with ${code}`)
}

/** Every second file in one folder, the others in another. @param {string} folder @param {readonly string[]} files @param {string} into */
function halves(folder, files, into) {
  for (const [at, file] of files.entries()) cpSync(file, join(into, String(at % 2), relative(folder, file)))
  return ['0', '1'].map((half) => join(into, half))
}

/** @param {string} folder @param {readonly string[]} files */
async function processes(folder, files) {
  const copies = mkdtempSync(join(tmpdir(), 'specmark-halves-'))
  try {
    const [first = '', second = ''] = halves(folder, files, copies)
    const ways = [[folder], [first, second], [first]]
    const times = ways.map(() => /** @type {number[]} */ ([]))
    for (let round = 0; round <= ROUNDS; round += 1) {
      for (const [at, way] of ways.entries()) {
        const time = await check(way)
        if (round > 0) times[at]?.push(time)
      }
    }
    return times.map((all) =>
      percentile(
        all.sort((a, b) => a - b),
        0.5,
      ),
    )
  } finally {
    rmSync(copies, { recursive: true, force: true })
  }
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'string' } } })
const [given] = positionals
if (given === undefined) {
  console.error('Usage: node bench/warm.mjs FOLDER [--write PAGE]')
  process.exitCode = 2
} else {
  const folder = resolve(given)
  const files = markdownFiles(folder)
  const [whole = 0, both = 0, half = 0] = await processes(folder, files)
  const times = await passes(folder, files)
  const rows = [
    ['`specmark check`, all files', ms(whole)],
    ['… half of the files, and the other half by a second process at the same time', ms(both)],
    ['… half of the files alone', ms(half)],
    ['all files read and judged in one process, for the first time', ms(times[0] ?? Number.NaN)],
    ['… for the second time', ms(times[1] ?? Number.NaN)],
    [`… for the ${PASSES}th time`, ms(times.at(-1) ?? Number.NaN)],
  ]
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, load ${loadavg()[0]?.toFixed(1)}`
  const text = `${machine}\n\n${table([[`${files.length} files`, 'time'], ...rows])}`
  console.log(text)
  if (values.write !== undefined) writeFigures(values.write, text, 'warm figures')
}
