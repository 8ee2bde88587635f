import type { Edit } from '../rules/rule'

/** A text after edits. @param edits ascending and apart */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let at = 0
  for (const { span, text: insert } of edits) {
    parts.push(text.slice(at, span.start), insert)
    at = span.end
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** Whether edits share a place. Two insertions at one place do: in which order they were meant nobody can tell. */
export function overlap(edits: readonly Edit[], others: readonly Edit[]): boolean {
  return edits.some(({ span: a }) =>
    others.some(({ span: b }) => (a.start < b.end && b.start < a.end) || a.start === b.start),
  )
}
