import type { Entry, Field, Passage, SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { skipBlanks, trimEnd } from '../../text/blanks'
import { lineStart } from '../../text/lines'
import type { FeatureContext } from '../context'
import { type Clauses, clausesOf } from '../support/clauses'
import { entryAt, passageAt } from '../support/lookup'

/** A longer word is none: looking for its ends must not cost a line of megabytes. */
const LONGEST_WORD = 200
const WORD = /[\p{L}\p{M}\p{N}_]+/gu

/** Stretches of text at an offset: word, ID with its brackets, emphasis, field, clause, text of the item. */
export function contentSpans(context: FeatureContext, offset: number): readonly Span[] {
  const { spec } = context
  const passage = passageAt(spec, offset)
  const entry = entryAt(spec, offset)
  return [
    ...wordAt(spec.text, offset),
    ...idAt(context, offset),
    ...spec.fields.flatMap((field) => fieldSpans(spec.text, field)),
    ...(passage === undefined ? [] : passageSpans(passage)),
    ...(entry === undefined ? [] : textSpans(spec, entry, passage, clausesOf(context.template))),
  ]
}

function wordAt(text: string, offset: number): readonly Span[] {
  const from = Math.max(0, offset - LONGEST_WORD)
  const window = text.slice(from, offset + LONGEST_WORD)
  return Array.from(window.matchAll(WORD), ({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  })).filter(({ start, end }) => start <= offset && offset <= end)
}

function idAt({ index, spec }: FeatureContext, offset: number): readonly Span[] {
  const id = index.at(offset)?.id
  if (id === undefined) return []
  const { start, end } = id.span
  const isBracketed = spec.text[start - 1] === '[' && spec.text[end] === ']'
  return isBracketed ? [id.span, { start: start - 1, end: end + 1 }] : [id.span]
}

/** The emphasis before a label belongs to what is taken out with it. */
function fieldSpans(text: string, { labelSpan, valueSpan, span }: Field): readonly Span[] {
  return [labelSpan, valueSpan, { start: lineStart(text, span.start), end: span.end }]
}

/** Marked stretches, and of a cell what it says: without the blanks that a table is padded with. */
function passageSpans({ start, text, spans, within }: Passage): readonly Span[] {
  const marked = spans.map(({ offset, length }) => ({ start: start + offset, end: start + offset + length }))
  if (within !== 'cell') return marked
  const from = skipBlanks(text, 0)
  return [...marked, { start: start + from, end: start + trimEnd(text, from, text.length) }]
}

/** The clauses of a passage, the passage, and the text of the item behind its ID. */
function textSpans(
  { text }: SpecDocument,
  entry: Entry,
  passage: Passage | undefined,
  clauses: Clauses,
): readonly Span[] {
  if (passage === undefined || !entry.passages.includes(passage)) return [entry.textSpan]
  const end = passage.start + passage.text.length
  const words = clauses.has(entry) ? clauses.words(passage) : []
  const begins = words.map(({ offset }) => passage.start + offset)
  const spans = begins.map((start, place) => ({
    start,
    end: clauseEnd(text, start, begins[place + 1] ?? end),
  }))
  return [...spans, entry.textSpan]
}

/** Without the comma that parts it from the next one. */
function clauseEnd(text: string, start: number, next: number): number {
  const end = trimEnd(text, start, next)
  return text[end - 1] === ',' ? end - 1 : end
}
