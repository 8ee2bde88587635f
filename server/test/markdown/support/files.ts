import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url))

export interface MarkdownFile {
  readonly name: string
  readonly text: string
}

/**
 * Markdown files under a folder of the repository's root, or of a folder beside it; `undefined` where there is no such
 * folder. In an order that does not change from run to run, and mixes large and small.
 */
export function markdownFiles(folder: string): readonly MarkdownFile[] | undefined {
  const top = join(ROOT, folder)
  if (!existsSync(top)) return undefined
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: relative(dirname(top), path) }))
    .sort((one, other) => (digest(one.name) < digest(other.name) ? -1 : 1))
    .map(({ path, name }) => ({ name, text: readFileSync(path, 'utf8') }))
}

/** The first of them, up to that many characters. */
export function upTo(characters: number, files: readonly MarkdownFile[]): readonly MarkdownFile[] {
  let sum = 0
  return files.filter(({ text }) => {
    if (sum + text.length > characters) return false
    sum += text.length
    return true
  })
}

function digest(name: string): string {
  return createHash('sha1').update(name).digest('hex')
}
