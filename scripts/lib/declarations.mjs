import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** What a declaration imports or exports from another file of its package. */
const relativeSpecifier = /(\bfrom\s*|\bimport\(\s*)(['"])(\.{1,2}\/[^'"]*)\2/g

/**
 * Copies an entry's declarations, and those that they lead to, from the compiler's output. Relative specifiers get file
 * extensions: in a package, Node's resolution finds no others, and a type that is not found counts as `any`.
 *
 * @param {object} options
 * @param {string} options.entry absolute path of a `.d.ts`
 * @param {string} options.from folder that holds them all
 * @param {string} options.to folder that is emptied and filled
 * @throws {Error} where a declaration does not exist
 */
export function copyDeclarations({ entry, from, to }) {
  rmSync(to, { recursive: true, force: true })
  /** @type {Set<string>} */
  const found = new Set([entry])
  // A set hands out what is added while it is walked.
  for (const file of found) {
    const text = readFileSync(file, 'utf8').replace(relativeSpecifier, (_, before, quote, specifier) => {
      const target = declarationOf(file, specifier)
      found.add(target)
      return `${before}${quote}${specifierOf(file, target)}${quote}`
    })
    const copy = join(to, relative(from, file))
    mkdirSync(dirname(copy), { recursive: true })
    writeFileSync(copy, text.replace(/^\/\/# sourceMappingURL=.*\n?/m, ''))
  }
}

/**
 * @param {string} importer
 * @param {string} specifier without an extension, as the sources write it
 */
function declarationOf(importer, specifier) {
  const path = resolve(dirname(importer), specifier)
  const target = [`${path}.d.ts`, join(path, 'index.d.ts')].find((candidate) => existsSync(candidate))
  if (target === undefined) throw new Error(`${importer} names "${specifier}", which has no declaration.`)
  return target
}

/**
 * @param {string} importer
 * @param {string} target
 */
function specifierOf(importer, target) {
  const path = relative(dirname(importer), target).replaceAll('\\', '/')
  return `${path.startsWith('.') ? '' : './'}${path.replace(/\.d\.ts$/, '.js')}`
}
