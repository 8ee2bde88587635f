import { random } from './generate-spec.mjs'
import { percentile } from './table.mjs'

const WARM_UP = 20
const KEYSTROKES = 200
const A_PLACE = 10

/**
 * Types into a document as a person does: ten letters at a place, then elsewhere. Measured is the whole way of a
 * keystroke through the service, from the change of the text to the diagnostics.
 *
 * @param {typeof import('../server/src/index')} specmark
 * @param {{ text: string, where: RegExp }} target `where` matches the lines that are typed in
 * @returns milliseconds: `wall` by the clock, `processor` used by all threads, which other programs disturb less
 */
export async function measureKeystrokes(
  { createSpecService, createNodeHost, TextDocument },
  { text, where },
) {
  const service = createSpecService(createNodeHost(() => {}))
  const next = random(7)
  let document = TextDocument.create('file:///bench/spec.md', 'markdown', 0, text)
  const started = performance.now()
  await service.analyse(document)
  const cold = performance.now() - started
  const times = []
  const processor = []
  let findings = 0
  for (let stroke = 0, place = 0; stroke < WARM_UP + KEYSTROKES; stroke += 1) {
    if (stroke % A_PLACE === 0) place = randomPlace(document.getText(), where, next)
    const position = document.positionAt(place)
    const range = { start: position, end: position }
    const [before, used] = [performance.now(), process.cpuUsage()]
    document = TextDocument.update(document, [{ range, text: 'x' }], stroke + 1)
    findings = (await service.analyse(document)).diagnostics.length
    times.push(performance.now() - before)
    const { user, system } = process.cpuUsage(used)
    processor.push((user + system) / 1000)
    place += 1
  }
  return { cold, findings, wall: spread(times), processor: spread(processor) }
}

/** @param {readonly number[]} times */
function spread(times) {
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), max: percentile(sorted, 1) }
}

/** @param {string} text @param {RegExp} where @param {() => number} next */
function randomPlace(text, where, next) {
  const lines = [...text.matchAll(/[^\n]+/g)].filter(([line]) => where.test(line))
  const line = lines[Math.floor(next() * lines.length)]
  if (line === undefined) throw new Error(`No line matches ${where}`)
  const words = [...line[0].matchAll(/[a-z]{3,}/g)]
  const word = words[Math.floor(next() * words.length)]
  return line.index + (word === undefined ? line[0].length : word.index + 2)
}
