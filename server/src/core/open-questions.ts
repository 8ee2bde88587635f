import type { Position } from 'vscode-languageserver-types'
import type { Analysis } from './analyser'
import type { Passage, SpecDocument } from './model/spec-document'
import { openQuestionRows } from './question-rows'
import { openMarkers } from './rules/support/open-markers'
import { lineAround } from './rules/support/prose'
import { suppressedIn } from './rules/suppressed'
import { lastStartingBefore } from './text/search'
import { shorten } from './text/shorten'

/** UTF-16 code units of a question that are shown. */
const TEXT_LENGTH = 200

/** What a spec still has to be told. Goes over the wire: absent values are `null`. */
export interface OpenQuestion {
  /** `clarification`: `[NEEDS CLARIFICATION: …]`; `marker`: `TBD`, `TODO`, `???`; `row`: of a table of questions. */
  readonly kind: 'clarification' | 'marker' | 'row'
  /** What is asked; where nothing says it, the line that waits for it. */
  readonly text: string
  /** ID of the item in whose text it stands. */
  readonly item: string | null
  readonly position: Position
}

/** The rule that finds the marks: where a comment silences it, they are none. */
const MARKER_RULE = 'structure/unresolved-marker'

/** In document order; a row is one question, whatever marks stand in it. Nothing of a document that is closed. */
export function openQuestions({
  document,
  spec,
}: Pick<Analysis, 'document' | 'spec'>): readonly OpenQuestion[] {
  const { kind } = spec.recognition
  if ((kind !== 'spec' && kind !== 'loose') || spec.status.closed) return []
  const rows = openQuestionRows(spec)
  const untouched = new Set(spec.entries.filter((entry) => entry.untouched).map(({ span }) => span.start))
  const found: { readonly start: number; readonly question: OpenQuestion }[] = []
  const add = (start: number, kind: OpenQuestion['kind'], text: string) => {
    const position = document.positionAt(start)
    const question = { kind, text: shorten(text, TEXT_LENGTH), item: itemAt(spec, start), position }
    found.push({ start, question })
  }
  for (const { row, text } of rows) if (!untouched.has(row.span.start)) add(row.span.start, 'row', text)
  const silences = suppressedIn(spec)
  for (const { marker, passage } of openMarkers(spec)) {
    const span = { start: passage.start + marker.start, end: passage.start + marker.end }
    if (silences.silences(MARKER_RULE, span)) continue
    if (rows.some(({ row }) => row.span.start <= span.start && span.end <= row.span.end)) continue
    const context = () => rowWith(spec, passage) ?? lineOf(passage, marker.start, marker.end)
    if (marker.name !== 'NEEDS CLARIFICATION') add(span.start, 'marker', context())
    else add(span.start, 'clarification', askedIn(passage, marker.start, marker.end) ?? context())
  }
  return found.sort((a, b) => a.start - b.start).map(({ question }) => question)
}

function askedIn({ text }: Passage, start: number, end: number): string | undefined {
  const asked = /:\s*([^\]]*)\]?$/.exec(text.slice(start, end))?.[1]?.trim()
  return asked === '' ? undefined : asked
}

/** The words around a mark on its line, without markup. */
function lineOf({ text }: Passage, start: number, end: number): string {
  const { before, after } = lineAround(text, start, end)
  return collapsed(`${before}${text.slice(start, end)}${after}`)
}

/** Of a mark in a cell, what stands in its row: the cell alone would not say what it is about. */
function rowWith({ tables }: SpecDocument, passage: Passage): string | undefined {
  if (passage.within !== 'cell') return undefined
  const table = tables[lastStartingBefore(tables, passage.start, ({ span }) => span.start)]
  const row = table?.rows.find(({ cells }) => cells.some((cell) => cell.passage === passage))
  return row && collapsed(row.cells.flatMap(({ text }) => (text.trim() === '' ? [] : [text])).join(' | '))
}

/** Blanks that stand for marks close up before punctuation. */
function collapsed(text: string): string {
  return text
    .replace(/[\s\uFFFC]+/g, ' ')
    .replace(/ (?=[:;,.!?])/g, '')
    .trim()
}

function itemAt({ items }: SpecDocument, offset: number): string | null {
  let at = lastStartingBefore(items, offset, ({ span }) => span.start)
  // A table row or list item around it, else the heading that it stands under: the innermost that reaches so far.
  for (; at >= 0; at--) {
    const item = items[at]
    if (item !== undefined && offset < item.span.end) return item.id.text
  }
  return null
}
