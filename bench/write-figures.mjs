import { readFileSync, writeFileSync } from 'node:fs'

/** Puts text between the marks of a page. @param {string} path @param {string} text @param {string} [name] of the marks */
export function writeFigures(path, text, name = 'figures') {
  const page = readFileSync(path, 'utf8')
  const [opening, closing] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [begin, end] = [page.indexOf(opening), page.indexOf(closing)]
  if (begin < 0 || end < begin) throw new Error(`${path} has no ${opening} … ${closing}`)
  writeFileSync(path, `${page.slice(0, begin + opening.length)}\n\n${text.trim()}\n\n${page.slice(end)}`)
}
