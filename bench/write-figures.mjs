import { readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '<!-- figures -->'
const END = '<!-- /figures -->'

/** Puts text between the marks of a page. @param {string} path @param {string} text */
export function writeFigures(path, text) {
  const page = readFileSync(path, 'utf8')
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (begin < 0 || end < begin) throw new Error(`${path} has no ${BEGIN} … ${END}`)
  writeFileSync(path, `${page.slice(0, begin + BEGIN.length)}\n\n${text.trim()}\n\n${page.slice(end)}`)
}
