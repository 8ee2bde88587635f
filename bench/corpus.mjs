import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Markdown files of a folder, by name. @param {string} folder */
export function markdownFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:md|markdown)$/i.test(name))
    .sort()
    .map((name) => join(folder, name))
}

/**
 * How the text of a folder of specs falls into blocks. A keystroke costs at most the block it is in.
 *
 * @param {typeof import('../server/src/index')} specmark
 * @param {string} folder
 */
export async function measureBlocks({ createSpecService, createNodeHost, TextDocument }, folder) {
  const service = createSpecService(createNodeHost(() => {}))
  const files = markdownFiles(folder)
  let largest = { length: 0, type: '' }
  let [blocks, length, longest] = [0, 0, 0]
  const started = performance.now()
  for (const file of files) {
    const uri = `file://${file}`
    const document = TextDocument.create(uri, 'markdown', 0, readFileSync(file, 'utf8'))
    const before = performance.now()
    const { spec } = await service.analyse(document)
    longest = Math.max(longest, performance.now() - before)
    service.close(uri)
    length += spec.text.length
    blocks += spec.markdown.blocks.length
    for (const { facts } of spec.markdown.blocks) {
      if (facts.length > largest.length) largest = { length: facts.length, type: facts.type }
    }
  }
  return { files: files.length, blocks, length, largest, longest, time: performance.now() - started }
}
