import type { Facts, HeadingFacts, Placed, Prose } from '../markdown/facts'
import { visit } from '../markdown/walk'

/** The body of a template as its readers see it. Offsets count from the start of `text`. */
export interface Body {
  readonly text: string
  readonly blocks: readonly Placed[]
}

/** A piece of inline content and where it begins in the body. */
export interface PlacedProse {
  readonly start: number
  readonly prose: Prose
  readonly within: 'heading' | 'paragraph' | 'cell'
}

/** A heading that divides the body, one at top level, and where the part that it opens ends. */
export interface Part {
  readonly start: number
  readonly end: number
  readonly heading: HeadingFacts
}

/** All parts in document order; each ends at the next heading that is no deeper, else with the body. */
export function partsOf(body: Body): readonly Part[] {
  const parts: { start: number; end: number; heading: HeadingFacts }[] = []
  const open: typeof parts = []
  for (const { offset, facts } of body.blocks) {
    if (facts.type !== 'heading') continue
    for (let top = open.at(-1); top !== undefined && top.heading.depth >= facts.depth; top = open.at(-1)) {
      top.end = offset
      open.pop()
    }
    const part = { start: offset, end: body.text.length, heading: facts }
    parts.push(part)
    open.push(part)
  }
  return parts
}

/** All inline content in document order. */
export function proseOf(body: Body): readonly PlacedProse[] {
  const found: PlacedProse[] = []
  visit(body.blocks, (facts, start) => {
    const prose = ownProse(facts)
    if (prose !== undefined) found.push({ ...prose, start: start + prose.prose.offset })
  })
  return found
}

function ownProse(facts: Facts): Pick<PlacedProse, 'prose' | 'within'> | undefined {
  switch (facts.type) {
    case 'heading':
    case 'paragraph':
    case 'cell':
      return { prose: facts.prose, within: facts.type }
    default:
      return undefined
  }
}

/** The source of a piece of inline content. */
export function sourceOf(body: Body, { start, prose }: PlacedProse): string {
  return body.text.slice(start, start + prose.text.length)
}

/** Visible text of inline content: markup left out, whitespace collapsed, code kept as written. */
export function visibleText(body: Body, placed: PlacedProse): string {
  const { start, prose } = placed
  const marks = new Set(prose.spans.filter((span) => span.type === 'code').map((span) => span.offset))
  const text = marks.size === 0 ? prose.text : sourceOf(body, { ...placed, start }).replaceAll('`', '')
  return text.replace(/[\s\uFFFC]+/gu, ' ').trim()
}
