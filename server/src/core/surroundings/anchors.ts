import GithubSlugger from 'github-slugger'
import type { MarkdownDocument } from '../markdown/document'
import { visit } from '../markdown/walk'
import { displayText } from '../model/display'

/** `id="…"` or `name="…"` of raw HTML: a place that a link can lead to as well. */
const HTML_ANCHOR = /\b(?:id|name)\s*=\s*["']?([^\s"'<>]+)/gi

/** What can stand behind the `#` of a link to a document. */
export interface Anchors {
  /** In document order: those that GitHub gives headings, then those of raw HTML. */
  readonly names: readonly string[]
  /** Other hosts and editors slug a little differently: letters and digits decide, without case. */
  has(fragment: string): boolean
}

export function anchorsOf(markdown: MarkdownDocument): Anchors {
  const slugger = new GithubSlugger()
  const names: string[] = []
  visit(markdown.blocks, (facts, start) => {
    if (facts.type !== 'heading') return
    const { prose } = facts
    names.push(slugger.slug(displayText(prose, markdown.text, start + prose.offset, 0, prose.text.length)))
  })
  for (const [, name = ''] of markdown.text.matchAll(HTML_ANCHOR)) names.push(name)
  const known = new Set(names.map(lettersOf))
  return { names, has: (fragment) => known.has(lettersOf(fragment)) }
}

function lettersOf(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
