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
