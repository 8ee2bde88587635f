import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import type { Facts, ListItemFacts } from '../markdown/facts'
import { visit } from '../markdown/walk'
import { trimEnd } from '../text/blanks'
import type { FeatureContext } from './context'
import { headingsOf, isSpec, reachOf } from './support/lookup'

export interface FoldingOptions {
  /** The editor folds headings and blocks of Markdown itself: only front matter is wanted. */
  readonly frontMatterOnly: boolean
  /** The most ranges that the editor takes; `undefined`: any number. */
  readonly limit: number | undefined
}

/**
 * Lines that can be folded away, ascending, one range for each first line: sections, list items with content below their
 * first paragraph, tables, fenced code, HTML, comments, front matter. Whole lines, which every client understands. Beyond
 * the limit the innermost are left out.
 */
export function foldingRanges(context: FeatureContext, options: FoldingOptions): FoldingRange[] {
  const { spec } = context
  if (!isSpec(spec)) return []
  const folds = new Map<number, FoldingRange>()
  const lineOf = (offset: number) => context.document.positionAt(offset).line
  const add = (start: number, end: number, kind?: FoldingRangeKind) => {
    const startLine = lineOf(start)
    const endLine = lineOf(trimEnd(spec.text, start, end))
    const known = folds.get(startLine)
    if (endLine <= startLine || (known !== undefined && known.endLine >= endLine)) return
    folds.set(startLine, { startLine, endLine, ...(kind === undefined ? {} : { kind }) })
  }

  if (!options.frontMatterOnly) {
    for (const headed of headingsOf(spec)) add(headed.heading.start, reachOf(spec, headed))
    for (const { form, span } of spec.entries) if (form === 'paragraph') add(span.start, span.end)
  }
  visit(spec.markdown.blocks, (facts, start) => {
    if (options.frontMatterOnly && facts.type !== 'frontMatter') return false
    if (isFoldable(facts)) add(start, start + facts.length, kindOf(facts))
    return facts.type !== 'table'
  })
  return within([...folds.values()], options.limit)
}

function isFoldable(facts: Facts): boolean {
  switch (facts.type) {
    case 'listItem':
      return hasContentBelow(facts)
    case 'table':
    case 'code':
    case 'html':
    case 'frontMatter':
      return true
    default:
      return false
  }
}

/** Wrapped text is read with the line that it goes on from. */
function hasContentBelow({ children }: ListItemFacts): boolean {
  return children.length > 1 || (children.length === 1 && children[0]?.facts.type !== 'paragraph')
}

function kindOf(facts: Facts): FoldingRangeKind | undefined {
  return facts.type === 'html' && facts.value.startsWith('<!--') ? FoldingRangeKind.Comment : undefined
}

/** As many as are wanted, the outermost first; in document order. */
function within(folds: readonly FoldingRange[], limit: number | undefined): FoldingRange[] {
  const sorted = [...folds].sort((a, b) => a.startLine - b.startLine)
  if (limit === undefined || sorted.length <= limit) return sorted
  const depths = depthsOf(sorted)
  const order = sorted.map((_, place) => place).sort((a, b) => (depths[a] ?? 0) - (depths[b] ?? 0) || a - b)
  const kept = new Set(order.slice(0, Math.max(0, limit)))
  return sorted.filter((_, place) => kept.has(place))
}

function depthsOf(sorted: readonly FoldingRange[]): readonly number[] {
  const ends: number[] = []
  return sorted.map(({ startLine, endLine }) => {
    while (ends.length > 0 && (ends.at(-1) ?? 0) < startLine) ends.pop()
    return ends.push(endLine) - 1
  })
}
