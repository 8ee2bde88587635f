import type { Root } from 'mdast'
import { remark } from 'remark'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import { sourceNotes } from './source-notes'

/** Parses Markdown (CommonMark, GFM, YAML front matter) to mdast. */
export type Parse = (text: string) => Root

/**
 * The product's one remark, parse only.
 *
 * Offsets in the tree count UTF-16 code units from 0, but a byte order mark at the start of `text` is not counted:
 * micromark skips it, so callers add 1 for it. Each root carries what `notesOf` reads.
 */
export function createParse(): Parse {
  const processor = remark().use(sourceNotes).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze()
  return (text) => processor.parse(text)
}
