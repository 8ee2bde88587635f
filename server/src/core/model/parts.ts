import type { ItemKind } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import { lineEnd } from '../text/lines'
import type { Draft } from './drafts'
import type { Part, Passage } from './spec-document'

/**
 * The labelled parts of an entry: nested lines `Input: …`, lines of its own text that begin with a part of its kind,
 * cells under a header of that name.
 */
export function partsOf(
  draft: Draft,
  passages: readonly Passage[],
  kind: ItemKind | undefined,
): readonly Part[] {
  const parts: Part[] = []
  if (draft.row) {
    draft.row.row.cells.slice(1).forEach(({ passage, span }, i) => {
      const label = draft.row?.header[i + 1]?.text
      const start = passage.start
      if (label) parts.push({ label, span, valueSpan: { start, end: start + passage.text.length } })
    })
    return parts
  }
  const names = kind?.shape?.parts ?? []
  if (names.length > 0) parts.push(...labelledLines(draft.passage, draft.scan.textStart, names))
  for (const nested of draft.nested) {
    if (nested.form !== 'listItem' || nested.decision !== 'none') continue
    const label = nested.scan.label
    if (label === undefined) continue
    const { start } = nested.passage
    parts.push({
      label: label.text,
      span: nested.span,
      valueSpan: { start: start + label.valueStart, end: start + nested.scan.textEnd },
    })
  }
  if (names.length === 0) return parts
  for (const passage of passages) {
    if (passage.within === 'paragraph' && passage !== draft.passage)
      parts.push(...labelledLines(passage, 0, names))
  }
  return parts.sort((a, b) => a.span.start - b.span.start)
}

function* labelledLines({ start, text }: Passage, from: number, names: readonly string[]): Iterable<Part> {
  for (let at = from; at < text.length; at = lineEnd(text, at) + 1) {
    const label = skipBlanks(text, at, lineEnd(text, at))
    const name = names.find(
      (one) => text.slice(label, label + one.length).toLowerCase() === one.toLowerCase(),
    )
    const colon = name === undefined ? -1 : skipBlanks(text, label + name.length)
    if (name === undefined || !/[:：]/.test(text[colon] ?? '')) continue
    const end = lineEnd(text, at)
    const value = skipBlanks(text, colon + 1, end)
    yield {
      label: text.slice(label, label + name.length),
      span: { start: start + label, end: start + trimEnd(text, label, end) },
      valueSpan: { start: start + value, end: start + trimEnd(text, value, end) },
    }
  }
}
