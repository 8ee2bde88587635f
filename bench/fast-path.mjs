// Which share of the Markdown under a folder is read without remark, and what the rest looks like, largest first.
//
//   node bench/fast-path.mjs FOLDER… [--show 3]
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { markdownFiles } from './corpus.mjs'
import { table } from './table.mjs'

/** What a block may hold that makes it a matter for remark; the first that it has names its shape. */
const MARKS = /** @type {const} */ ([
  ['a tab', /\t/],
  ['a footnote', /\[\^/],
  ['an image', /!\[/],
  ['an HTML comment', /<!--/],
  ['an HTML tag', /<\/?[a-z][^<>]*>/i],
  ['another <', /<[a-z/!?@\d]/i],
  ['an address', /https?:\/\/|www\./i],
  ['@', /\w@\w/],
  ['what is struck through', /~~/],
  ['more than one ~', /~[^~]*~/s],
  ['a character reference', /&(?:#|[a-z])[a-z\d]*;/i],
  ['code over several lines', /(?:^|[^`])`[^`\n]*\n[^`]*`/],
  ['a quote', /^ *(?:[-*+\d.)]+ +)?>/m],
  ['a table', /^ *\|?[ :|-]*-[ :|-]*\|[ :|-]*$/m],
  ['a fence', /^ *(?:```|~~~)/m],
  ['a hard break by \\', /\\$/m],
  ['an escape', /\\/],
  ['a single `', /^[^`]*`[^`]*$/],
  ['what may be a definition', /^ *\[[^\]]*\]:/],
])

/** The reader's cutter and its fast path, which the library keeps to itself. */
async function loadReader() {
  const contents = `
    export { cutBlocks } from './server/src/core/markdown/cut'
    export { readPlain } from './server/src/core/markdown/plain/read-plain'`
  const resolveDir = new URL('..', import.meta.url).pathname
  const options = { bundle: true, write: /** @type {const} */ (false), platform: 'node', format: 'esm' }
  const { outputFiles } = await build({
    .../** @type {import('esbuild').BuildOptions & { write: false }} */ (options),
    stdin: { contents, resolveDir, loader: 'ts' },
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)
}

/** @param {string} source @param {string} kind */
function shapeOf(source, kind) {
  const mark = MARKS.find(([, pattern]) => pattern.test(source))
  return mark === undefined ? kind : `${kind} with ${mark[0]}`
}

/** @typedef {{ blocks: number, bytes: number, samples: string[] }} Share */

/** @param {Map<string, Share>} shares @param {string} name @param {string} source */
function count(shares, name, source) {
  const share = shares.get(name) ?? { blocks: 0, bytes: 0, samples: [] }
  shares.set(name, share)
  share.blocks += 1
  share.bytes += Buffer.byteLength(source)
  share.samples.push(source)
}

/**
 * A table of the shapes that are left to remark. Definitions elsewhere in a document, which send the blocks that mention
 * them to remark too, are not looked at.
 *
 * @param {readonly string[]} folders
 * @param {number} [samples] of each shape, the beginnings of so many blocks are printed
 */
export async function fastPath(folders, samples = 0) {
  const { cutBlocks, readPlain } = await loadReader()
  const left = /** @type {Map<string, Share>} */ (new Map())
  const all = /** @type {Map<string, Share>} */ (new Map())
  for (const file of folders.flatMap(markdownFiles)) {
    const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
    for (const { start, end, kind } of cutBlocks(text)) {
      if (kind === 'blank') continue
      const source = text.slice(start, end)
      const isPlain = readPlain(source, kind) !== undefined
      count(all, isPlain ? 'plain' : 'left', source)
      if (!isPlain) count(left, shapeOf(source, kind), source)
    }
  }
  const sum = (/** @type {'blocks' | 'bytes'} */ key) =>
    [...all.values()].reduce((total, share) => total + share[key], 0)
  const totals = { blocks: sum('blocks'), bytes: sum('bytes') }
  const row = (/** @type {string} */ name, /** @type {Share | undefined} */ share) => [
    name,
    percent((share?.blocks ?? 0) / totals.blocks),
    percent((share?.bytes ?? 0) / totals.bytes),
  ]
  const sorted = [...left].sort(([, a], [, b]) => b.bytes - a.bytes)
  const printed = table([
    [`${totals.blocks} blocks, ${(totals.bytes / 1e6).toFixed(1)} MB`, 'of the blocks', 'of the bytes'],
    row('read without remark', all.get('plain')),
    row('left to remark', all.get('left')),
    ...sorted.map(([name, share]) => row(`– ${name}`, share)),
  ])
  if (samples === 0) return printed
  const shown = sorted.map(([name, share]) => [name, ...share.samples.slice(0, samples).map(excerpt)])
  return [printed, ...shown.map((lines) => lines.join('\n'))].join('\n\n')
}

/** @param {number} share */
const percent = (share) => `${(share * 100).toFixed(2)} %`

/** @param {string} source */
const excerpt = (source) => `    ${JSON.stringify(source.slice(0, 300))}`

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { show: { type: 'string', default: '0' } },
  })
  if (positionals.length === 0) {
    console.error('Usage: node bench/fast-path.mjs FOLDER… [--show 3]')
    process.exitCode = 2
  } else {
    console.log(await fastPath(positionals, Number(values.show)))
  }
}
