import type { Nodes, PhrasingContent } from 'mdast'
import { countWhile } from '../text/search'
import type { Prose, Span } from './facts'
import { FILLER } from './facts'
import type { Place } from './place-urls'
import type { Blank } from './source-notes'

/** What it takes to mask inline content. */
export interface ProseContext {
  readonly source: string
  /** In source order. */
  readonly blanks: readonly Blank[]
  place(node: Nodes): Place
  /** Destination of the definition with this mdast identifier, `''` where there is none. */
  resolve(identifier: string): string
}

/**
 * Masks the inline content of a heading, paragraph or cell, as {@link Prose} says.
 *
 * @param owner offset in the source of the facts that own the prose
 * @param empty offset of the prose from the owner, where there is no content
 */
export function proseOf(
  children: readonly PhrasingContent[],
  context: ProseContext,
  owner: number,
  empty: number,
): Prose {
  const first = children[0]
  const last = children[children.length - 1]
  if (first === undefined || last === undefined) return { offset: empty, text: '', spans: [] }
  const start = context.place(first).start
  const mask = new Mask(context, start)
  for (const child of children) mask.add(child)
  return { offset: start - owner, text: mask.finish(context.place(last).end), spans: mask.spans }
}

class Mask {
  readonly spans: Span[] = []
  private text = ''
  private at: number
  private nextBlank: number

  constructor(
    private readonly context: ProseContext,
    private readonly start: number,
  ) {
    this.at = start
    this.nextBlank = firstBlankAfter(context.blanks, start)
  }

  add(node: PhrasingContent): void {
    const { start, end } = this.context.place(node)
    this.blankTo(start)
    if (node.type === 'text') {
      this.keepTo(end)
      return
    }
    const [type, value] = this.marked(node)
    this.spans.push({ type, offset: start - this.start, length: end - start, value })
    if (isFilled(node)) {
      if (isComment(node)) this.blankTo(end)
      else this.fillTo(end)
      return
    }
    if ('children' in node) for (const child of node.children) this.add(child)
    this.blankTo(end)
  }

  finish(end: number): string {
    this.blankTo(end)
    return this.text
  }

  private marked(node: Exclude<PhrasingContent, { type: 'text' }>): readonly [Span['type'], string] {
    switch (node.type) {
      case 'link':
      case 'image':
        return [node.type, node.url]
      case 'linkReference':
        return ['link', this.context.resolve(node.identifier)]
      case 'imageReference':
        return ['image', this.context.resolve(node.identifier)]
      case 'inlineCode':
        return ['code', node.value]
      case 'html':
        return ['html', node.value]
      default:
        return [node.type, '']
    }
  }

  private keepTo(end: number): void {
    const { source, blanks } = this.context
    for (let blank = blanks[this.nextBlank]; blank !== undefined && blank.start < end; ) {
      if (blank.start >= this.at) {
        this.text += source.slice(this.at, blank.start)
        this.at = blank.start
      }
      this.blankTo(Math.min(blank.end, end))
      blank = blanks[++this.nextBlank]
    }
    this.text += source.slice(this.at, end)
    this.at = end
  }

  private blankTo(end: number): void {
    if (end <= this.at) return
    this.text += this.context.source.slice(this.at, end).replace(/[^\r\n]/g, ' ')
    this.at = end
  }

  private fillTo(end: number): void {
    this.text += this.context.source.slice(this.at, end).replace(/[^\r\n]/g, FILLER)
    this.at = end
  }
}

function isFilled(node: PhrasingContent): boolean {
  switch (node.type) {
    case 'link':
      return isOwnText(node.children, node.url)
    case 'inlineCode':
    case 'html':
    case 'image':
    case 'imageReference':
    case 'footnoteReference':
      return true
    default:
      return false
  }
}

/** Nobody reads it: a line says the same with a comment behind it. */
function isComment(node: PhrasingContent): boolean {
  return node.type === 'html' && node.value.startsWith('<!--')
}

/** Whether a link shows nothing but its destination, as `<https://…>`, `www.…` and mail addresses do. */
function isOwnText(children: readonly PhrasingContent[], url: string): boolean {
  const only = children.length === 1 ? children[0] : undefined
  if (only?.type !== 'text') return false
  return url === only.value || url === `http://${only.value}` || url === `mailto:${only.value}`
}

function firstBlankAfter(blanks: readonly Blank[], start: number): number {
  return countWhile(blanks.length, (place) => (blanks[place]?.end ?? start) <= start)
}
