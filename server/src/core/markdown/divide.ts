import { cutInside } from './cut'
import { ItemContent } from './item-content'
import { LineScanner } from './line-scanner'
import { listMarkerLength, mayBeDelimiterRow } from './line-starts'

export const ROW = -1

/** A block as parts that can be parsed apart: a head, and what stands in it one after the other, up to its end. */
export interface Division {
  /** Where the parts begin; the head ends at the first of them. Never empty. */
  readonly starts: readonly number[]
  /** Columns before the content of an item; `ROW` for a table. */
  readonly margin: number
}

/**
 * Divides a list item into its first paragraph and the items nested in it. Only where every line is indented to the
 * item's content, and there is nothing else in it, so that the inside reads like a document.
 *
 * @param text the item from the start of its line on, blank lines after it included
 */
export function divideItem(text: string): Division | undefined {
  if (text.includes('\t')) return undefined
  const line = new LineScanner(text)
  if (!line.advance()) return undefined
  const markerLength = listMarkerLength(text, line.first, line.end)
  if (markerLength === 0) return undefined
  const content = new ItemContent()
  content.openItem(line, markerLength)
  const from = line.start + content.indent
  if (from >= line.end || text[from] === ' ') return undefined
  const blocks = cutInside(text, from, content.indent)
  const [head, ...nested] = blocks ?? []
  if (head === undefined || (head.kind !== 'text' && head.kind !== 'bracket')) return undefined
  if (nested.length === 0 || nested.some(({ kind }) => kind !== 'item')) return undefined
  return { starts: nested.map(({ start }) => start), margin: content.indent }
}

/** Divides a table into its head and its rows. Only where every line begins with `|`. */
export function divideTable(text: string): Division | undefined {
  const line = new LineScanner(text)
  const starts: number[] = []
  let count = 0
  let ended = false
  while (line.advance()) {
    ended ||= line.isBlank
    if (line.isBlank) continue
    if (ended || text[line.start] !== '|') return undefined
    count++
    if (count === 2 && !mayBeDelimiterRow(text, line.start, line.end)) return undefined
    if (count > 2) starts.push(line.start)
  }
  return starts.length === 0 ? undefined : { starts, margin: ROW }
}
