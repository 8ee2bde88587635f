import type { Passage, SpecDocument } from '../../model/spec-document'
import { normaliseHeading } from '../../template/headings'
import { listsBelow } from './lists'
import { lineAround, withoutQuotations } from './prose'

/** A mark that stands where an answer should: `TBD`, `[NEEDS CLARIFICATION: …]`. Offsets count from its passage. */
export interface OpenMarker {
  readonly start: number
  readonly end: number
  readonly name: string
  /** It is all that a cell, an item or a labelled value says. */
  readonly alone: boolean
}

export interface PlacedMarker {
  readonly marker: OpenMarker
  readonly passage: Passage
}

/**
 * All that wait for an answer, in document order. What speaks of such marks, shows them as examples or names a section where
 * the answer stands is left out; so is a form that its author has not begun to fill in.
 *
 * @param find `findMarkers`, or what remembers its answers
 * @param passages those that are looked through
 */
export function* openMarkers(
  spec: SpecDocument,
  find: (text: string) => readonly OpenMarker[] = findMarkers,
  passages: readonly Passage[] = spec.passages,
): Iterable<PlacedMarker> {
  if (isForm(spec)) return
  const isName = namesIn(spec)
  const isExample = listsBelow(spec, opensExample)
  const isSection = sectionNames(spec)
  for (const passage of passages) {
    for (const marker of find(passage.text)) {
      if (isExample(passage)) break
      if (marker.alone && isName(passage, marker)) continue
      if (isLeftToSection(passage, marker, isSection)) continue
      yield { marker, passage }
    }
  }
}

/** A document whose title is still to be filled in (`Feature: [FEATURE NAME]`) waits for its author as a whole. */
function isForm({ title }: SpecDocument): boolean {
  return title !== undefined && /\[\p{Lu}[\p{Lu}\d _/-]+\]/u.test(title.text)
}

/** “Example of marking unclear requirements:” before a list: the list shows markers and waits for nothing. */
function opensExample(paragraph: string): boolean {
  return /^\W{0,8}(?:for )?examples?\b[^.!?]{0,200}[:：]\W{0,8}$/i.test(paragraph)
}

/** “TBD in Technical Analysis”, where that is a section of the document: it is there that the answer stands or is due. */
function isLeftToSection(
  { text }: Passage,
  { end }: OpenMarker,
  isSection: (name: string) => boolean,
): boolean {
  const rest = text.slice(end, end + 120)
  const named = /^\s{1,3}(?:in|during|under|see)\s+(?:the\s+)?([^)\].,;:|\r\n]+)/i.exec(rest)?.[1]
  return named !== undefined && isSection(named)
}

/** Nothing is gathered before it is asked: nearly no document has such a marker. */
function sectionNames({ sections }: SpecDocument): (name: string) => boolean {
  let names: ReadonlySet<string> | undefined
  return (name) => {
    names ??= new Set(sections.map(({ title }) => normaliseHeading(title)))
    return names.has(normaliseHeading(name))
  }
}

const NONE: readonly OpenMarker[] = []
const WORD = /(?<![\w/-])(?:TB[DCR]|TODO|FIXME)(?![\w/-])|(?<![?\w])\?\?\?(?!\?)/g
const CLARIFICATION = /\[NEEDS[ _]CLARIFICATION(?::[^\]]{0,1000})?\]/gi

/** The markers of a masked text. Pure. */
export function findMarkers(text: string): readonly OpenMarker[] {
  // Nearly all passages have none: one cheap look spares them the rest.
  if (!/TB[DCR]|TODO|FIXME|\?\?\?|tbd|CLARIFICATION/i.test(text)) return NONE
  const prose = withoutQuotations(text)
  return [...clarifications(prose), ...words(prose)].sort((a, b) => a.start - b.start)
}

function* clarifications(text: string): Iterable<OpenMarker> {
  for (const match of text.matchAll(CLARIFICATION)) {
    const end = match.index + match[0].length
    const { before, after } = lineAround(text, match.index, end)
    if (/\b(?:use|no|any|each|every|all|mark(?:ed)?(?: \w+)? (?:with|as))\s*$/i.test(before)) continue
    const asks = /:\s*\S/.test(match[0])
    // The bare marker ends a text that waits for an answer; within one that goes on, the text speaks of it.
    if (!asks && (speaksOfMarkers(before + match[0] + after) || !/^[\s.)]*$/.test(after))) continue
    yield { start: match.index, end, name: 'NEEDS CLARIFICATION', alone: false }
  }
}

function* words(text: string): Iterable<OpenMarker> {
  const lower = /^\s{0,8}(tbd)[\s.]{0,8}$/.exec(text)
  if (lower !== null) {
    const start = text.indexOf('tbd')
    yield { start, end: start + 3, name: 'TBD', alone: true }
  }
  for (const match of text.matchAll(WORD)) {
    const name = match[0]
    const start = match.index
    const end = start + name.length
    const { before, after } = lineAround(text, start, end)
    const line = before + name + after
    if (speaksOfMarkers(line) || namesSeveral(line)) continue
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

const NAME = '[[(“"`]?(?:TB[DCR]|TODO|FIXME|\\?\\?\\?|NEEDS[ _]CLARIFICATION)s?[\\])”"`]?'
/**
 * The marker is the thing that the line tells of: “TODO markers”, “marked as TBD”, “the placeholder TBD”, “no TODO
 * remains”. The word stands next to it, but for a verb or an article: elsewhere on the line it tells of something else.
 */
const SPEAKS_OF_MARKERS = new RegExp(
  [
    `${NAME}\\s+(?:mark(?:s|ed|ers?|ings?)?\\b|placeholders?\\b|(?:may |can |must |shall |should |will )?(?:not )?remain(?:s|ing)?\\b|comment|item|list|entr|label|tag|note|app)`,
    `\\b(?:mark(?:s|ed|ers?|ing)?|placeholders?|remaining)(?:\\s+(?:\\w+\\s+)?(?:as|with|by|like|a|an|the|is|are|of))?\\s*:?\\s*(?:\\(\\d+\\s+)?${NAME}`,
    `\\b(?:no|any|without|zero)\\s+(?:open\\s+|unresolved\\s+|bare\\s+|remaining\\s+)?${NAME}`,
  ].join('|'),
  'i',
)

function speaksOfMarkers(line: string): boolean {
  return SPEAKS_OF_MARKERS.test(line)
}

/** `TBD, TODO or ???` in one breath is a list of markers, not one of them. */
function namesSeveral(line: string): boolean {
  return /(?:TB[DCR]|TODO|FIXME|\?\?\?)(?:\s*[,/|]\s*|\s+(?:or|and)\s+)(?:(?:or|and)\s+)?(?:TB[DCR]|TODO|FIXME|\?\?\?)/.test(
    line,
  )
}

/** Where a marker may be a name: a heading, the name of a column, and `TODO` as a value in a column of states. */
function namesIn(spec: SpecDocument): (passage: Passage, marker: OpenMarker) => boolean {
  let columns: Map<number, string | undefined> | undefined
  return (passage, marker) => {
    if (passage.within !== 'cell') return passage.within === 'heading'
    columns ??= columnsOf(spec)
    const title = columns.get(passage.start)
    if (title === undefined) return columns.has(passage.start)
    return marker.name === 'TODO' && /\b(?:status|state|progress|done)\b/i.test(title)
  }
}

/** The column's title by the place of each cell; `undefined` for the cells of the header itself. */
function columnsOf(spec: SpecDocument): Map<number, string | undefined> {
  const columns = new Map<number, string | undefined>()
  for (const { header, rows } of spec.tables) {
    for (const cell of header) columns.set(cell.passage.start, undefined)
    for (const { cells } of rows) {
      for (const [place, cell] of cells.entries()) columns.set(cell.passage.start, header[place]?.text ?? '')
    }
  }
  return columns
}
