import { random } from './generate-spec.mjs'
import { percentile } from './table.mjs'

const WARM_UP = 20
const KEYSTROKES = 200
const A_PLACE = 10

/**
 * Types into a document as a person does: ten letters at a place, then elsewhere. The same text and lines give the same
 * keystrokes.
 *
 * @param {import('vscode-languageserver-textdocument').TextDocument} document
 * @param {RegExp} where matches the lines that are typed in
 * @yields the place of one letter, offsets and lines as before it
 */
export function* typing(document, where) {
  const next = random(7)
  for (let stroke = 0, place = 0; stroke < WARM_UP + KEYSTROKES; stroke += 1, place += 1) {
    if (stroke % A_PLACE === 0) place = randomPlace(document.getText(), where, next)
    const position = document.positionAt(place)
    yield { range: { start: position, end: position }, text: 'x' }
  }
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

/** What keystrokes took, without those of the warm-up. @param {readonly number[]} times in milliseconds */
export function spread(times) {
  const sorted = times.slice(WARM_UP).sort((a, b) => a - b)
  return { p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95), max: percentile(sorted, 1) }
}
