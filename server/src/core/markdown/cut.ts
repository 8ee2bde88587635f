import { countWhile } from '../text/search'
import type { Block } from './block'
import { Cutter } from './cutter'
import { LineScanner } from './line-scanner'
import { isBlankFrom } from './line-starts'

export type { Block, BlockKind } from './block'

/**
 * Cuts a text (without byte order mark) into blocks, in one scan of its lines.
 *
 * The blocks cover the text without a gap. How lines continue and interrupt each other is micromark 4's way, which the
 * tests hold the cuts against.
 */
export function cutBlocks(text: string): readonly Block[] {
  const matter = frontMatterEnd(text)
  if (matter === undefined) return [{ start: 0, end: text.length, kind: 'unopened' }]
  const blocks: Block[] = []
  if (matter > 0) blocks.push({ start: 0, end: matter, kind: 'frontMatter' })
  const cutter = new Cutter(new LineScanner(text, matter), blocks)
  cutter.run()
  return blocks
}

/** A text that was cut. */
export interface CutText {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** How many characters at the start and at the end of two texts are the same; together no more than the shorter has. */
export interface Shared {
  readonly start: number
  readonly end: number
}

/** The same as `cutBlocks`, from what changed since the text before until its cuts hold again. */
export function cutAgain(text: string, before: CutText, shared: Shared): readonly Block[] {
  const { blocks } = before
  // A block stands where it stands for what is before it and for its first line: that of the last that ends before.
  const from = countWhile(blocks.length, (at) => (blocks[at]?.end ?? 0) < shared.start) - 1
  const first = blocks[from]
  if (from < 1 || first === undefined) return cutBlocks(text)
  const cut = blocks.slice(0, from)
  const shift = text.length - before.text.length
  const changedTo = text.length - shared.end
  let next = from
  const isKnown = (start: number) => {
    if (start < changedTo) return false
    while ((blocks[next]?.start ?? Number.POSITIVE_INFINITY) < start - shift) next++
    return blocks[next]?.start === start - shift
  }
  if (!new Cutter(new LineScanner(text, first.start), cut).run(isKnown)) return cut
  for (let at = next; at < blocks.length; at++) {
    const block = blocks[at]
    if (block !== undefined)
      cut.push({ start: block.start + shift, end: block.end + shift, kind: block.kind })
  }
  return cut
}

/**
 * Cuts the inside of a list item as if its margin were not there.
 *
 * @param from offset of the item's content, on its first line
 * @param margin columns before the content of the other lines; there must be no tab in the item
 * @returns `undefined` where a line stands in the margin, so that the item does not read like a document
 */
export function cutInside(text: string, from: number, margin: number): readonly Block[] | undefined {
  const blocks: Block[] = []
  const line = new LineScanner(text, from, margin)
  new Cutter(line, blocks).run()
  return line.leftMargin ? undefined : blocks
}

/**
 * End of the front matter, its last line ending included; 0 where there is none. `undefined` where it begins and never
 * ends: having looked for the end through the whole document, micromark then sees no container anywhere in it.
 */
function frontMatterEnd(text: string): number | undefined {
  if (!text.startsWith('---')) return 0
  const line = new LineScanner(text)
  line.advance()
  if (!isBlankFrom(text, 3, line.end) || line.end === text.length) return 0
  while (line.advance()) {
    if (text.startsWith('---', line.start) && isBlankFrom(text, line.start + 3, line.end)) return line.next
  }
  return undefined
}
