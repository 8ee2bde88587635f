import type { ItemKind } from '../template/template'
import { skipBlanks, trimEnd } from '../text/blanks'
import { lineEnd } from '../text/lines'
import type { Draft, DraftRow } from './drafts'
import type { Part, Passage } from './spec-document'

/**
 * The labelled parts of an entry: nested lines `Input: …`, lines of its own text that begin with a part of its kind,
 * cells under a header of that name.
 */
export function partsOf(
  { row, nested, lead, scan }: Draft,
  passages: readonly Passage[],
  kind: ItemKind | undefined,
): readonly Part[] {
  if (row) return rowParts(row)
  const names = kind?.shape?.parts
  if (nested === undefined && (names === undefined || names.length === 0)) return NO_PARTS
  const parts = nestedParts(nested ?? [])
  if (names === undefined || names.length === 0) return parts
  parts.push(...labelledLines(lead, scan.textStart, names))
  for (const other of passages) {
    if (other.within === 'paragraph' && other !== lead) parts.push(...labelledLines(other, 0, names))
  }
  return parts.sort((a, b) => a.span.start - b.span.start)
}

const NO_PARTS: readonly Part[] = []

function rowParts({ row, header }: DraftRow): Part[] {
  const parts: Part[] = []
  row.cells.forEach(({ passage, span }, i) => {
    const label = header[i]?.text
    if (i === 0 || !label) return
    const valueSpan = { start: passage.start, end: passage.start + passage.text.length }
    parts.push({ label, span, valueSpan })
  })
  return parts
}

function nestedParts(nested: readonly Draft[]): Part[] {
  const parts: Part[] = []
  for (const { form, decision, scan, lead, span } of nested) {
    const label = form === 'listItem' && decision === 'none' ? scan.label : undefined
    if (label === undefined) continue
    const { start } = lead
    parts.push({
      label: label.text,
      span,
      valueSpan: { start: start + label.valueStart, end: start + scan.textEnd },
    })
  }
  return parts
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
