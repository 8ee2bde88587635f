// How a generated workspace resembles real specifications: bytes of a file, blocks and their sizes, and the share of blocks that
// no other has.
//
//   node bench/likeness.mjs [FOLDER OF REAL SPECIFICATIONS] [--specs 1000]
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import * as built from '../server/dist/index.js'
import { markdownFiles } from './corpus.mjs'
import { generateWorkspace } from './generate-workspace.mjs'
import { percentile, table } from './table.mjs'

/** @typedef {typeof import('../server/src/index')} Specmark */

/**
 * A table of a generated workspace beside real specifications.
 *
 * @param {Specmark} specmark @param {{ specs: number, corpus: string }} options
 */
export async function compareLikeness(specmark, { specs, corpus }) {
  const generated = await measure(
    specmark,
    Array.from(generateWorkspace({ specs }), ({ text }) => text),
  )
  const real = existsSync(corpus)
    ? await measure(
        specmark,
        markdownFiles(corpus).map((path) => readFileSync(path, 'utf8')),
      )
    : undefined
  const rows = Object.keys(generated).map((name) => [
    name,
    generated[name] ?? '',
    real?.[name] ?? 'not there',
  ])
  return table([['likeness', 'generated', 'real'], ...rows])
}

/** @param {Specmark} specmark @param {readonly string[]} texts @returns {Promise<Record<string, string>>} */
async function measure({ createSpecService, createNodeHost, TextDocument }, texts) {
  const service = createSpecService(createNodeHost(() => {}))
  const bytes = texts.map((text) => Buffer.byteLength(text)).sort(ascending)
  const lengths = []
  const seen = new Set()
  let [total, distinct, items] = [0, 0, 0]
  for (const [at, text] of texts.entries()) {
    const uri = `file:///likeness/${at}.md`
    const { spec } = await service.analyse(TextDocument.create(uri, 'markdown', 0, text))
    service.close(uri)
    items += spec.items.length
    for (const { offset, facts } of spec.markdown.blocks) {
      const block = text.slice(offset, offset + facts.length)
      lengths.push(block.length)
      total += block.length
      if (seen.has(block)) continue
      seen.add(block)
      distinct += block.length
    }
  }
  lengths.sort(ascending)
  const mean = bytes.reduce((sum, one) => sum + one, 0) / texts.length
  return {
    specifications: String(texts.length),
    'bytes of a specification': `${Math.round(mean)}, half below ${percentile(bytes, 0.5)}, one in twenty above ${percentile(bytes, 0.95)}`,
    'items of a specification': (items / texts.length).toFixed(1),
    'characters of a block': `${Math.round(total / lengths.length)}, half below ${percentile(lengths, 0.5)}, one in twenty above ${percentile(lengths, 0.95)}`,
    'share of blocks that are distinct': `${percent(seen.size / lengths.length)}, of their characters ${percent(distinct / total)}`,
  }
}

/** @param {number} share */
const percent = (share) => `${Math.round(100 * share)} %`

/** @param {number} a @param {number} b */
const ascending = (a, b) => a - b

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { specs: { type: 'string', default: '1000' } },
  })
  const corpus = resolve(positionals[0] ?? join(import.meta.dirname, '../../shared/corpus'))
  console.log(await compareLikeness(built, { specs: Number(values.specs), corpus }))
}
