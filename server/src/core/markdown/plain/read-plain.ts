import type { BlockKind } from '../block'
import { cutInside } from '../cut'
import type { FrontMatterFacts, HtmlFacts, ListItemFacts, ParagraphFacts, Placed } from '../facts'
import { ItemContent } from '../item-content'
import { LineClassifier } from '../line-kind'
import { LineScanner } from '../line-scanner'
import { isClosingFence, listMarkerLength, openingFence } from '../line-starts'
import { plainProse } from './plain-prose'
import { plainQuote } from './plain-quote'
import { plainTable } from './plain-table'

/**
 * Reads a block of plain enough shape without remark: what it gives is what remark gives of the block, where no label in
 * it is defined elsewhere. Any doubt gives `undefined`.
 *
 * @param text a block as `cutBlocks` cuts it, offsets of the facts count from its start
 */
export function readPlain(text: string, kind: BlockKind): readonly Placed[] | undefined {
  switch (kind) {
    case 'frontMatter':
      return alone(readFrontMatter(text))
    case 'html':
      return alone(readComment(text))
    default:
      return readBlock(text, kind, 0)
  }
}

/** @param margin columns of a list item around it that every line is indented by */
function readBlock(text: string, kind: BlockKind, margin: number): readonly Placed[] | undefined {
  switch (kind) {
    case 'heading':
      return alone(readHeading(text, margin))
    case 'thematicBreak':
      return alone(readBreak(text, margin))
    case 'fence':
      return alone(readFence(text, margin))
    case 'text':
    case 'bracket':
      return readText(text, margin)
    case 'quote':
      return alone(plainQuote(text, margin))
    case 'item':
      return text.includes('\t') ? undefined : alone(readItem(text))
    default:
      return undefined
  }
}

function alone(placed: Placed | undefined): readonly Placed[] | undefined {
  return placed && [placed]
}

/** Between two lines of nothing but `---`. */
function readFrontMatter(text: string): Placed<FrontMatterFacts> | undefined {
  const value = /^---\n(.+)\n---\n*$/s.exec(text)?.[1]
  if (value === undefined || /[\r\0]/.test(text)) return undefined
  return { offset: 0, facts: { type: 'frontMatter', length: value.length + 8, value, valueOffset: 4 } }
}

/** An HTML comment with nothing behind it. */
function readComment(text: string): Placed<HtmlFacts> | undefined {
  const value = text.trimEnd()
  if (!text.startsWith('<!--') || text.indexOf('-->', 4) !== value.length - 3) return undefined
  if (value.includes('\0') || !/^[\r\n]*$/.test(text.slice(value.length))) return undefined
  return { offset: 0, facts: { type: 'html', length: value.length, value } }
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

/** A paragraph, a table, or the two one after the other. */
function readText(text: string, margin: number): readonly Placed[] | undefined {
  const start = tableStart(text, margin)
  if (start === undefined) return alone(readParagraph(text, 0, margin))
  const table = readAt(start, plainTable(text.slice(start), margin))
  if (start === 0 || table === undefined) return alone(table)
  const paragraph = readParagraph(text.slice(0, start), 0, margin)
  return paragraph && [paragraph, table]
}

/** Offset of the line before the first delimiter row. */
function tableStart(text: string, margin: number): number | undefined {
  const line = new LineScanner(text, 0, margin)
  const at = new LineClassifier()
  let before: number | undefined
  while (line.advance()) {
    if (line.isBlank) return undefined
    if (before !== undefined && at.mayBeDelimiterRow(line)) return before
    before = line.indent < 4 ? line.start : undefined
  }
  return undefined
}

function readAt(start: number, placed: Placed | undefined): Placed | undefined {
  return placed && { offset: start + placed.offset, facts: placed.facts }
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
  const prose = plainProse(text, start, trimmedEnd(text, start, end), { margin, quoted: false })
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
    const inside =
      start === from
        ? alone(readFirst(text.slice(0, end), from, content.indent, kind, box !== undefined))
        : readBlock(text.slice(start, end), kind, content.indent)
    if (inside === undefined) return undefined
    const base = start === from ? 0 : start
    for (const { offset, facts } of inside) children.push({ offset: base + offset - first, facts })
  }
  const last = children[children.length - 1]
  if (last === undefined) return undefined
  return {
    offset: first,
    facts: {
      type: 'listItem',
      length: last.offset + last.facts.length,
      marker: text.slice(first, first + markerLength),
      checked: box === undefined ? null : box !== ' ',
      box: box === undefined ? -1 : from + 1 - first,
      children,
    },
  }
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
  const prose = plainProse(text, begins, trimmedEnd(text, begins, end), { margin, quoted: false })
  if (prose === undefined) return undefined
  const offset = prose.spans[0]?.offset === 0 ? start : begins
  return {
    offset,
    facts: { type: 'paragraph', length: end - offset, prose: { offset: begins - offset, ...prose } },
  }
}
