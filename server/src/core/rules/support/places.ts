import type { SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'

/** Where a finding about the document as a whole stands: its title, else its first line that is not blank. */
export function head(spec: SpecDocument): Span {
  if (spec.title !== undefined) return spec.title.span
  const line = /[^\s\uFEFF].*/.exec(spec.text)
  return line === null ? { start: 0, end: 0 } : { start: line.index, end: line.index + line[0].length }
}

/** Whether two places share a character; an empty one shares the place it stands at. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end
  return a.start < b.end && b.start < a.end
}

/** Whether text of the template is left anywhere within a place. */
export function hasPlaceholder(spec: SpecDocument, span: Span): boolean {
  return spec.placeholders.some((placeholder) => overlaps(placeholder.span, span))
}

/**
 * A function that tells the line of an offset, counted from 1 as editors show it. Line ends are LF, CRLF and CR. Nothing
 * is counted before it is asked.
 */
export function lineNumbers(text: string): (offset: number) => number {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= Array.from(text.matchAll(/\r\n?|\n/g), (end) => end.index + end[0].length)
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
}
