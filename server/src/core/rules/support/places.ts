import type { SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { countWhile, lastStartingBefore } from '../../text/search'

/** Where a finding about the document as a whole stands: its title, else its first line that is not blank. */
export function head(spec: SpecDocument): Span {
  if (spec.title !== undefined) return spec.title.span
  const line = /[^\s\uFEFF].*/.exec(spec.text)
  return line === null ? { start: 0, end: 0 } : { start: line.index, end: line.index + line[0].length }
}

/** Whether two places share a character; an empty one shares the place it stands at. */
function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}

/** Whether text of the template is left anywhere within a place. */
export function hasPlaceholder({ placeholders }: SpecDocument, span: Span): boolean {
  const last = lastStartingBefore(placeholders, span.end, ({ span: { start } }) => start)
  // The last one may only touch the place; the one before it ends earlier, unless the last stands within it.
  return placeholders.slice(Math.max(0, last - 1), last + 1).some((left) => overlaps(left.span, span))
}

/** The code, comments and HTML that stand whole within a place. */
export function opaqueWithin({ opaque }: SpecDocument, { start, end }: Span): readonly Span[] {
  const first = countWhile(opaque.length, (place) => (opaque[place]?.start ?? 0) < start)
  const behind = countWhile(opaque.length, (place) => (opaque[place]?.start ?? 0) < end)
  return opaque.slice(first, behind).filter((span) => span.end <= end)
}

/**
 * A function that tells the line of an offset, counted from 1 as editors show it. Line ends are LF, CRLF and CR. Nothing
 * is counted before it is asked.
 */
export function lineNumbers(text: string): (offset: number) => number {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)
    const known = starts
    return countWhile(known.length, (line) => (known[line] ?? 0) <= offset) + 1
  }
}
