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
  has(fragment: string): boolean
}

/** A heading with the anchor that GitHub gives it. */
export interface AnchoredHeading {
  readonly text: string
  readonly anchor: string
  readonly depth: number
  /** The heading, whole: offsets into the text. */
  readonly start: number
  readonly end: number
  /** What it says, without its marks. */
  readonly from: number
  readonly to: number
}

export function anchorsOf(markdown: MarkdownDocument): Anchors {
  const names = anchoredHeadings(markdown).map(({ anchor }) => anchor)
  for (const [, name = ''] of markdown.text.matchAll(HTML_ANCHOR)) names.push(name)
  const known = new Set(names.map(comparedAnchor))
  return { names, has: (fragment) => known.has(comparedAnchor(fragment)) }
}

/** All headings in document order, those in lists and quotations too. */
export function anchoredHeadings(markdown: MarkdownDocument): readonly AnchoredHeading[] {
  const slugger = new GithubSlugger()
  const headings: AnchoredHeading[] = []
  visit(markdown.blocks, (facts, start) => {
    if (facts.type !== 'heading') return
    const { prose, depth, length } = facts
    const from = start + prose.offset
    const to = from + prose.text.length
    const text = displayText(prose, markdown.text, from, 0, prose.text.length)
    headings.push({ text, anchor: slugger.slug(text), depth, start, end: start + length, from, to })
  })
  return headings
}

/** The anchors of headings with these texts, in their order: the second of a name has a number behind it. */
export function anchorsOfTexts(texts: Iterable<string>): readonly string[] {
  const slugger = new GithubSlugger()
  return [...texts].map((text) => slugger.slug(text))
}

/** Other hosts and editors slug a little differently: letters and digits decide, without case. */
export function comparedAnchor(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
