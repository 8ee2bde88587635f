import type { Passage, SpecDocument } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { withoutQuotations } from '../support/prose'
import { shorten } from '../support/wording'

interface Marker {
  readonly start: number
  readonly end: number
  readonly name: string
  /** It is all that a cell, an item or a labelled value says. */
  readonly alone: boolean
}

export const unresolvedMarker: Rule = {
  name: 'structure/unresolved-marker',
  summary: 'A `TBD`, `TODO`, `???` or `[NEEDS CLARIFICATION: …]` stands where an answer should.',
  reason:
    'Each of these marks a decision that nobody has taken yet; an approved spec must not leave it to the reader.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for [NEEDS CLARIFICATION: how long?]
2. **[REQ-002]** TBD
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for 30 days.
2. **[REQ-002]** The system MUST show a TODO list of open exports.
`,
  severity: ['info', 'warning', 'error'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const passage of spec.passages) {
      const markers = recall(findMarkers, passage.text)
      for (const marker of markers) {
        if (marker.alone && isName(spec, passage, marker)) continue
        const span = { start: passage.start + marker.start, end: passage.start + marker.end }
        yield { span, message: message(marker, spec.text.slice(span.start, span.end)) }
      }
    }
  },
}

const NONE: readonly Marker[] = []
const WORD = /(?<![\w/-])(?:TB[DCR]|TODO|FIXME)(?![\w/-])|(?<![?\w])\?\?\?(?!\?)/g
const CLARIFICATION = /\[NEEDS[ _]CLARIFICATION(?::[^\]]*)?\]/gi

/** The markers of a masked text. Pure. */
function findMarkers(text: string): readonly Marker[] {
  // Nearly all passages have none: one cheap look spares them the rest.
  if (!/TB[DCR]|TODO|FIXME|\?\?\?|tbd|CLARIFICATION/i.test(text)) return NONE
  const prose = withoutQuotations(text)
  return [...clarifications(prose), ...words(prose)].sort((a, b) => a.start - b.start)
}

function* clarifications(text: string): Iterable<Marker> {
  for (const match of text.matchAll(CLARIFICATION)) {
    const end = match.index + match[0].length
    const line = lineAround(text, match.index)
    const before = text.slice(line.start, match.index)
    if (/\b(?:use|no|any|each|every|all|mark(?:ed)?(?: \w+)? (?:with|as))\s*$/i.test(before)) continue
    const asks = /:\s*\S/.test(match[0])
    if (
      !asks &&
      (speaksOfMarkers(text.slice(line.start, line.end)) || !/^[\s.)]*$/.test(text.slice(end, line.end)))
    )
      continue
    yield { start: match.index, end, name: 'NEEDS CLARIFICATION', alone: false }
  }
}

function* words(text: string): Iterable<Marker> {
  const seen = [...text.matchAll(WORD)]
  if (seen.length === 0) {
    const lower = /^\s*(tbd)[\s.]*$/i.exec(text)
    if (lower !== null) {
      const start = text.indexOf(lower[1] ?? '')
      yield { start, end: start + 3, name: 'TBD', alone: true }
    }
    return
  }
  for (const match of seen) {
    const name = match[0]
    const start = match.index
    const end = start + name.length
    const line = lineAround(text, start)
    const before = text.slice(line.start, start)
    const after = text.slice(end, line.end)
    const whole = text.slice(line.start, line.end)
    if (speaksOfMarkers(whole) || namesSeveral(whole)) continue
    const alone = isAlone(before, after)
    if (alone || isBracketed(name, before, after) || isAnnounced(name, before, after)) {
      yield { start, end, name, alone }
    }
  }
}

/** Nothing but an ID, a label or a checkbox before it, nothing but a full stop after it. */
function isAlone(before: string, after: string): boolean {
  if (!/^[\s.?!*_]*$/.test(after)) return false
  return /^\s*(?:\[[^\]]{1,40}\]|[A-Z]{2,12}(?:-[\w.]+)+)?[\s:.–—-]*$/.test(before) || /:\s*$/.test(before)
}

/** `[TBD]`, `(TODO: ask)`; of TBD, TBC and TBR, which are no nouns, also `(path TBD during analysis)`. */
function isBracketed(name: string, before: string, after: string): boolean {
  const opened = /[[(][^\])]*$/.exec(before)
  if (opened === null || !/^[^[(]*[\])]/.test(after)) return false
  if (name.startsWith('TB')) return true
  return /^[[(]\s*$/.test(opened[0]) && /^\s*(?:[\])]|[:,;–—-])/.test(after)
}

/** `TODO: …`, `TODO(name): …`, and `TBD (…)` with a blank, which after a TODO would be a state with its explanation. */
function isAnnounced(name: string, before: string, after: string): boolean {
  if (/^[:(]/.test(after)) return true
  return /^ \(/.test(after) && (name.startsWith('TB') || /^\s*$/.test(before))
}

function speaksOfMarkers(line: string): boolean {
  return (
    /\bmark(?:s|ed|er|ers|ing)\b|\bplaceholders?\b|\bremain(?:s|ing)?\b|\b(?:TB[DCR]|TODO|FIXME)s?\s+(?:comment|item|list|entr|label|tag|note|app)/i.test(
      line,
    ) ||
    /\b(?:no|any|without|zero)\s+(?:open\s+|unresolved\s+|bare\s+)?[[(]?(?:TB[DCR]|TODO|FIXME|\?\?\?)/i.test(
      line,
    )
  )
}

/** `TBD, TODO or ???` in one breath is a list of markers, not one of them. */
function namesSeveral(line: string): boolean {
  return /(?:TB[DCR]|TODO|FIXME|\?\?\?)(?:\s*[,/|]\s*|\s+(?:or|and)\s+)(?:(?:or|and)\s+)?(?:TB[DCR]|TODO|FIXME|\?\?\?)/.test(
    line,
  )
}

function lineAround(text: string, offset: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf('\n', offset)
  return { start: text.lastIndexOf('\n', offset - 1) + 1, end: end < 0 ? text.length : end }
}

/** A heading, a column's name, or `TODO` as the value of a status column: there the word names a thing. */
function isName(spec: SpecDocument, passage: Passage, marker: Marker): boolean {
  if (passage.within === 'heading') return true
  if (passage.within !== 'cell') return false
  const table = spec.tables.find(({ span }) => span.start <= passage.start && passage.start < span.end)
  if (table === undefined) return false
  if (table.header.some((cell) => cell.passage.start === passage.start)) return true
  if (marker.name !== 'TODO') return false
  return table.rows.some((row) => {
    const column = row.cells.findIndex((cell) => cell.passage.start === passage.start)
    return column >= 0 && /\b(?:status|state|progress|done)\b/i.test(table.header[column]?.text ?? '')
  })
}

function message(marker: Marker, written: string): string {
  if (marker.name === 'NEEDS CLARIFICATION') {
    const question = /:\s*([^\]]*)\]/.exec(written)?.[1]?.trim()
    return question
      ? `Unanswered: “${shorten(question)}”. Answer it in its place`
      : 'Unanswered: write what was found out in its place'
  }
  return `Unresolved “${marker.name}”: write what was decided, or who decides it by when`
}
