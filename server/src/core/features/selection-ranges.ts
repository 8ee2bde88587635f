import type { SelectionRange } from 'vscode-languageserver-types'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { contentSpans } from './selection-ranges/content'
import { structureSpans } from './selection-ranges/structure'
import { contains, isSpec } from './support/lookup'
import { rangeOf } from './support/range'

/**
 * What surrounds each offset, from the word to the document: word, ID, clause and text of an item, its first lines, the
 * item, its list, its section, the sections around that. Each parent holds its child and more. `[]` for what is no spec.
 */
export function selectionRanges(context: FeatureContext, offsets: readonly number[]): SelectionRange[] {
  if (!isSpec(context.spec)) return []
  return offsets.map((offset) => around(context, offset))
}

function around(context: FeatureContext, offset: number): SelectionRange {
  const spans = [...contentSpans(context, offset), ...structureSpans(context.spec, offset)]
  const here: SelectionRange = { range: rangeOf(context, { start: offset, end: offset }) }
  const chain = growing(spans.filter((span) => contains(span, offset)))
  return (
    chain.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: rangeOf(context, span), ...(parent === undefined ? {} : { parent }) }),
      undefined,
    ) ?? here
  )
}

/** The longest of what remains where each holds the one before: what only overlaps is passed over. */
function growing(spans: readonly Span[]): readonly Span[] {
  const chain: Span[] = []
  for (const span of [...spans].sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const last = chain.at(-1)
    if (last !== undefined && (lengthOf(span) === lengthOf(last) || !holds(span, last))) continue
    if (lengthOf(span) > 0) chain.push(span)
  }
  return chain
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
