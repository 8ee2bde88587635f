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
  let processor: ReturnType<typeof createProcessor> | undefined
  return (text) => {
    // Many a text is read without: what it costs to make is paid by the first that is not.
    processor ??= createProcessor()
    return processor.parse(text)
  }
}

function createProcessor() {
  return remark().use(sourceNotes).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze()
}
