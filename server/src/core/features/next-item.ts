import { TextEdit } from 'vscode-languageserver-types'
import type { Item, SpecDocument } from '../model/spec-document'
import { afterLineEnd } from '../text/lines'
import { lastStartingBefore } from '../text/search'
import type { FeatureContext } from './context'
import {
  type ItemStyle,
  listMarkerOf,
  markerOf,
  nextMarker,
  styleOf,
  templateStyle,
} from './support/item-style'
import { type Line, lineAt } from './support/lines'
import { isSpec } from './support/lookup'
import { rangeOf } from './support/range'

/** The line that Enter has begun, and the one that it was pressed in. */
interface Broken {
  readonly line: Line
  readonly above: Line
  /** As the document ends its lines there. */
  readonly lineEnding: string
}

/**
 * What Enter makes of the line that it has just begun, if the line above is a whole item of a list: the beginning of the
 * next one, with the next free ID; where that item is empty still, the line of neither: the list ends. One edit, or none:
 * in nested and wrapped text, in the middle of a text, in tables, headings, quotations and code, and in what is no spec.
 *
 * @param offset behind the line ending that was typed
 */
export function nextItem(context: FeatureContext, offset: number): TextEdit[] {
  const { spec } = context
  if (!isSpec(spec) || spec.markdown.refused !== undefined) return []
  const broken = brokenAt(spec.text, offset)
  const item = broken && itemOn(spec, broken.above)
  if (broken === undefined || item === undefined) return []
  const { line, above } = broken
  if (item.text === '') {
    return [TextEdit.del(rangeOf(context, { start: above.start, end: line.end }))]
  }
  if (isMidText(spec, broken, item)) return []
  const beginning = beginningAfter(context, broken, item)
  return beginning === undefined ? [] : [typed(context, line, beginning)]
}

function brokenAt(text: string, offset: number): Broken | undefined {
  const line = lineAt(text, offset)
  if (line.start === 0 || (line.before + line.after).trim() !== '') return undefined
  const lineEnding = text.endsWith('\r\n', line.start) ? '\r\n' : text.slice(line.start - 1, line.start)
  return { line, above: lineAt(text, line.start - lineEnding.length), lineEnding }
}

/** The item that a line is: of a list, with nothing before its marker, and nothing below it that belongs to it. */
function itemOn({ items, text }: SpecDocument, { start, end }: Line): Item | undefined {
  const item = items[lastStartingBefore(items, end, ({ id }) => id.span.start)]
  if (item?.form !== 'listItem' || item.span.start < start || item.span.end > end) return undefined
  return text.slice(start, item.span.start).trim() === '' ? item : undefined
}

/** The text went on, or was to go on: in the next line, or behind a hard line break. */
function isMidText({ text, passages }: SpecDocument, { line, above }: Broken, item: Item): boolean {
  if (/(?: {2}|\\)$/.test(above.before)) return true
  const next = afterLineEnd(text, line.end)
  if (next === line.end) return false
  const start = next + (/^[ \t]*/.exec(lineAt(text, next).after)?.[0].length ?? 0)
  const passage = passages[lastStartingBefore(passages, start, (each) => each.start)]
  // Where a paragraph begins now, it was the rest of the one that was broken.
  return passage?.start === start && start > item.span.end && !text.startsWith('#', start)
}

/** `3. **[REQ-003]** ` behind the second requirement; `undefined` where a kind goes on below its first line. */
function beginningAfter(context: FeatureContext, broken: Broken, item: Item): string | undefined {
  const { spec, index } = context
  const siblings = index.seriesAt(item.span.start)[0]?.siblings ?? []
  const place = siblings.indexOf(item)
  const earlier = siblings.slice(0, Math.max(0, place)).reverse()
  const [last] = earlier
  if (last !== undefined && last.kind === item.kind && goesOnBelow(last)) return undefined
  const style = styleFor(spec, [item, ...earlier])
  if (style === undefined) return undefined
  const before = areNeighbours(spec, last, item) ? last : undefined
  const marker = nextMarker(listMarkerOf(spec, item), markerOf(spec, item), before && markerOf(spec, before))
  const id = index.nextFree(item.id.prefix, item.id.area)
  const indent = spec.text.slice(broken.above.start, item.span.start)
  const next = siblings[place + 1]
  const after = areNeighbours(spec, item, next) ? next : undefined
  const gap = isSpaced(spec.text, before, item, after) ? broken.lineEnding : ''
  return `${gap}${indent}${marker}${style.before}${id}${style.after}`
}

/** Whether two items of one kind follow each other in a list. */
function areNeighbours({ text }: SpecDocument, first: Item | undefined, second: Item | undefined): boolean {
  if (first === undefined || second === undefined || first.kind !== second.kind) return false
  return text.slice(first.span.end, second.span.start).trim() === ''
}

/** A test case has its parts to come: Input, Expected. */
function goesOnBelow({ kind, parts }: Item): boolean {
  return parts.length > 0 && (kind?.shape?.parts ?? []).length > 0
}

/** Of the first that can be repeated, as a retired one cannot; else as the template writes the kind. */
function styleFor(spec: SpecDocument, items: readonly Item[]): ItemStyle | undefined {
  for (const item of items) {
    const style = styleOf(spec, item)
    if (style !== undefined) return style
  }
  const kind = items[0]?.kind
  return kind && templateStyle(kind)
}

/** Whether the items of the list stand apart, as one sees at the item before, else at the one after. */
function isSpaced(text: string, before: Item | undefined, item: Item, after: Item | undefined): boolean {
  if (before !== undefined) return lineEndings(text.slice(before.span.end, item.span.start)) > 1
  // One more was typed.
  return after !== undefined && lineEndings(text.slice(item.span.end, after.span.start)) > 2
}

function lineEndings(text: string): number {
  return text.match(/\r\n?|\n/g)?.length ?? 0
}

/** Where the editor has indented the line already, the rest is put in behind it: the cursor stays at the end. */
function typed(context: FeatureContext, { start, end, before, after }: Line, text: string): TextEdit {
  const written = before + after
  if (text.startsWith(written)) {
    return TextEdit.insert(rangeOf(context, { start: end, end }).start, text.slice(written.length))
  }
  return TextEdit.replace(rangeOf(context, { start, end }), text)
}
