// What checking a folder costs, beside linters that do no more with it: start of the process included, nothing cached.
//
//   node bench/check.mjs FOLDER [--rounds 5]
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { markdownFiles } from './corpus.mjs'
import { peers, specmark } from './peers.mjs'
import { mb, ms, percentile, table } from './table.mjs'

const hook = new URL('processor-time.mjs', import.meta.url).href
/** A linter ends with 1 where it has found something. */
const SOUND = [0, 1]

/** @typedef {{ wall: number, processor: number, memory: number }} Cost milliseconds, and bytes at most */

/**
 * @param {import('./peers.mjs').Checker} checker
 * @param {string} folder
 * @param {readonly string[]} files what is in it
 * @returns {Promise<Cost>}
 */
async function runOnce(checker, folder, files) {
  const started = performance.now()
  const child = spawn(process.execPath, ['--import', hook, ...checker.args(folder)], {
    cwd: checker.cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const [, stdout, stderr, told] = child.stdio
  const said = [text(/** @type {import('node:stream').Readable} */ (stdout)), text(stderr)]
  const cost = buffer(/** @type {import('node:stream').Readable} */ (told))
  const [code] = await once(child, 'exit')
  const wall = performance.now() - started
  const output = (await Promise.all(said)).join('')
  if (!SOUND.includes(code) || !checker.hasRead(output, files)) {
    throw new Error(`${checker.name} ended with ${code} and has not read all: ${output.slice(-2000)}`)
  }
  return { wall, ...JSON.parse((await cost).toString()) }
}

/**
 * Runs the checkers in turn, so that what else the machine does meets all of them, after a round that warms the disk's
 * cache and does not count. Medians of the rounds.
 *
 * @param {readonly import('./peers.mjs').Checker[]} checkers
 * @param {string} folder
 * @param {readonly string[]} files
 * @param {number} rounds
 */
async function measure(checkers, folder, files, rounds) {
  const costs = checkers.map(() => /** @type {Cost[]} */ ([]))
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, checker] of checkers.entries()) {
      const cost = await runOnce(checker, folder, files)
      if (round > 0) costs[at]?.push(cost)
    }
  }
  return costs.map((all) => ({
    wall: median(all.map(({ wall }) => wall)),
    processor: median(all.map(({ processor }) => processor)),
    memory: median(all.map(({ memory }) => memory)),
  }))
}

/** @param {readonly number[]} values */
function median(values) {
  return percentile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
}

/**
 * A table of `specmark check` and its peers over the Markdown files of a folder.
 *
 * @param {string} folder absolute
 * @param {number} [rounds]
 */
export async function compareCheckers(folder, rounds = 5) {
  const checkers = [specmark(), ...(await peers())]
  const files = markdownFiles(folder)
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const costs = await measure(checkers, folder, files, rounds)
  const own = costs[0]?.wall ?? Number.NaN
  const rows = checkers.map(({ name, version }, at) => {
    const { wall, processor, memory } = costs[at] ?? { wall: NaN, processor: NaN, memory: NaN }
    const rate = `${(bytes / 1000 / wall).toFixed(2)} MB/s`
    return [`${name} ${version}`, ms(wall), rate, `${(wall / own).toFixed(2)} ×`, ms(processor), mb(memory)]
  })
  const title = `${files.length} files, ${mb(bytes)}, cold`
  return table([[title, 'time', 'throughput', 'time of specmark', 'processor', 'memory'], ...rows])
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rounds: { type: 'string', default: '5' } },
  })
  const [folder] = positionals
  if (folder === undefined) {
    console.error('Usage: node bench/check.mjs FOLDER [--rounds 5]')
    process.exitCode = 2
  } else {
    console.log(await compareCheckers(resolve(folder), Number(values.rounds)))
  }
}
