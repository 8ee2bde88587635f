import type { BlockKind } from '../block'
import { cutInside } from '../cut'
import type { ListItemFacts, ParagraphFacts, Placed } from '../facts'
import { ItemContent } from '../item-content'
import { LineClassifier } from '../line-kind'
import { LineScanner } from '../line-scanner'
import { isClosingFence, listMarkerLength, openingFence } from '../line-starts'
import { plainProse } from './plain-prose'
import { plainTable } from './plain-table'

/**
 * Reads a block of plain enough shape without remark: what it gives is what remark gives of the block, where no label in
 * it is defined elsewhere. Any doubt gives `undefined`.
 *
 * @param text a block as `cutBlocks` cuts it, offsets of the facts count from its start
 */
export function readPlain(text: string, kind: BlockKind): readonly Placed[] | undefined {
  const placed = readBlock(text, kind, 0)
  return placed && [placed]
}

/** @param margin columns of a list item around it that every line is indented by */
function readBlock(text: string, kind: BlockKind, margin: number): Placed | undefined {
  switch (kind) {
    case 'heading':
      return readHeading(text, margin)
    case 'thematicBreak':
      return readBreak(text, margin)
    case 'fence':
      return readFence(text, margin)
    case 'text':
    case 'bracket':
      return readText(text, margin)
    case 'item':
      return text.includes('\t') ? undefined : readItem(text)
    default:
      return undefined
  }
}

function firstLine(text: string, margin: number): LineScanner | undefined {
  const line = new LineScanner(text, 0, margin)
  return line.advance() ? line : undefined
}

function readHeading(text: string, margin: number): Placed | undefined {
  const line = firstLine(text, margin)
  if (line === undefined) return undefined
  const { first, end } = line
  let from = first
  while (text[from] === '#') from++
  const depth = from - first
  while (text[from] === ' ') from++
  const to = trimmedEnd(text, from, end)
  // Marks at the end may belong to the heading's own.
  if (from === to || text[to - 1] === '#' || !isDepth(depth)) return undefined
  const prose = plainProse(text, from, to)
  return (
    prose && {
      offset: first,
      facts: { type: 'heading', length: end - first, depth, prose: { offset: from - first, ...prose } },
    }
  )
}

function isDepth(count: number): count is 1 | 2 | 3 | 4 | 5 | 6 {
  return count >= 1 && count <= 6
}

function readBreak(text: string, margin: number): Placed | undefined {
  const line = firstLine(text, margin)
  return line && { offset: line.first, facts: { type: 'thematicBreak', length: line.end - line.first } }
}

function readFence(text: string, margin: number): Placed | undefined {
  const line = firstLine(text, margin)
  if (line === undefined) return undefined
  const { first, end } = line
  const length = openingFence(text, first, end)
  const info = text.slice(first + length, end)
  if (/^[ \t]|[&\\\0]/.test(info)) return undefined
  const marker = text.charCodeAt(first)
  const opened = first
  let closed = -1
  while (line.advance()) {
    if (line.isBlank) continue
    if (closed >= 0) return undefined
    if (line.indent < 4 && isClosingFence(text, line.first, line.end, marker, length)) closed = line.end
  }
  if (closed < 0) return undefined
  const lang = /^[^ \t]+/.exec(info)?.[0] ?? null
  return { offset: opened, facts: { type: 'code', length: closed - opened, lang } }
}

function readText(text: string, margin: number): Placed | undefined {
  return isTable(text, margin) ? plainTable(text, margin) : readParagraph(text, 0, margin)
}

function isTable(text: string, margin: number): boolean {
  const line = firstLine(text, margin)
  if (line === undefined || !line.advance() || line.isBlank) return false
  return new LineClassifier().mayBeDelimiterRow(line)
}

/**
 * A paragraph of lines that can be nothing else.
 *
 * @param from offset in its first line
 */
function readParagraph(text: string, from: number, margin: number): Placed<ParagraphFacts> | undefined {
  const range = paragraphRange(text, from, margin)
  if (range === undefined || mayDefine(text, range.start)) return undefined
  const { start, end } = range
  const prose = plainProse(text, start, trimmedEnd(text, start, end))
  return (
    prose && {
      offset: start,
      facts: { type: 'paragraph', length: end - start, prose: { offset: 0, ...prose } },
    }
  )
}

function paragraphRange(
  text: string,
  from: number,
  margin: number,
): { readonly start: number; readonly end: number } | undefined {
  const line = new LineScanner(text, from, margin)
  if (!line.advance()) return undefined
  const start = line.first
  let end = line.end
  const at = new LineClassifier()
  while (line.advance()) {
    if (line.isBlank) continue
    const kind = at.classify(line)
    if (kind !== 'text' && kind !== 'bracket' && kind !== 'indented') return undefined
    if (at.isSetextUnderline(line) || at.mayBeDelimiterRow(line)) return undefined
    end = line.end
  }
  return { start, end }
}

/** Whether a paragraph may begin with a link definition. */
function mayDefine(text: string, start: number): boolean {
  if (text[start] !== '[') return false
  const close = text.indexOf(']', start)
  return text[close + 1] === ':' || text[close - 1] === '\\'
}

function trimmedEnd(text: string, from: number, end: number): number {
  let to = end
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--
  return to
}

/** @param text the item from the start of its line on, without tabs */
function readItem(text: string): Placed<ListItemFacts> | undefined {
  const line = firstLine(text, 0)
  if (line === undefined) return undefined
  const { first } = line
  const markerLength = listMarkerLength(text, first, line.end)
  if (markerLength === 0) return undefined
  const content = new ItemContent()
  content.openItem(line, markerLength)
  const from = content.indent
  if (from >= line.end || text[from] === ' ') return undefined
  const blocks = cutInside(text, from, content.indent)
  if (blocks === undefined) return undefined
  const box = boxAt(text, from, line.end)
  if (box === undefined && mayBeBox(text, from, line.end)) return undefined
  const children: Placed[] = []
  for (const { start, end, kind } of blocks) {
    if (kind === 'blank') continue
    const isFirst = start === from
    const child = isFirst
      ? readFirst(text.slice(0, end), from, content.indent, kind, box !== undefined)
      : readInside(text.slice(start, end), start, content.indent, kind)
    if (child === undefined) return undefined
    children.push(child)
  }
  const last = children[children.length - 1]
  if (last === undefined) return undefined
  return {
    offset: first,
    facts: {
      type: 'listItem',
      length: last.offset + last.facts.length - first,
      marker: text.slice(first, first + markerLength),
      checked: box === undefined ? null : box !== ' ',
      box: box === undefined ? -1 : from + 1 - first,
      children: children.map(({ offset, facts }) => ({ offset: offset - first, facts })),
    },
  }
}

function readInside(text: string, start: number, margin: number, kind: BlockKind): Placed | undefined {
  const placed = readBlock(text, kind, margin)
  return placed && { offset: start + placed.offset, facts: placed.facts }
}

/** The character in the brackets of a checkbox that text follows, one blank between. */
function boxAt(text: string, from: number, end: number): string | undefined {
  return /^\[([ xX])\] [^ ]/.exec(text.slice(from, Math.min(end, from + 5)))?.[1]
}

function mayBeBox(text: string, from: number, end: number): boolean {
  return /^\[[ xX]\](?: |$)/.test(text.slice(from, Math.min(end, from + 4)))
}

/** The block that begins behind the list marker: a paragraph, or nothing that is plain. */
function readFirst(
  text: string,
  from: number,
  margin: number,
  kind: BlockKind,
  hasBox: boolean,
): Placed | undefined {
  if (kind !== 'text' && kind !== 'bracket') return undefined
  if (!hasBox) return readParagraph(text, from, margin)
  const range = paragraphRange(text, from, margin)
  if (range === undefined) return undefined
  const { start, end } = range
  // A blank behind the box belongs to it; the paragraph begins with the text that follows, if it is text that does.
  const begins = start + 4
  const prose = plainProse(text, begins, trimmedEnd(text, begins, end))
  if (prose === undefined) return undefined
  const offset = prose.spans[0]?.offset === 0 ? start : begins
  return {
    offset,
    facts: { type: 'paragraph', length: end - offset, prose: { offset: begins - offset, ...prose } },
  }
}
