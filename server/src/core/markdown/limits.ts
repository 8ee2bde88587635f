import type { Block } from './cut'
import { divideItem, divideTable } from './divide'
import { LineScanner } from './line-scanner'
import { listMarkerLength } from './line-starts'

/**
 * How much is read. remark takes time that grows with the square of the brackets and emphasis marks of one paragraph,
 * with depth, and with the lines of one block in a container; it ends in a stack overflow some thousand levels deep.
 * The limits keep what could hang it near a second. What real specifications need is a tenth of them or less: of 296
 * the largest block has 7,126 characters, and the paragraph with most marks 103.
 */
const TEXT_LENGTH = 1_500_000
const BLOCK_COUNT = 20_000
const DEFINITION_COUNT = 2_500
/** Of a block that holds no inline content: fenced code, HTML. */
const VERBATIM_LENGTH = 1_000_000
const VERBATIM_LINES = 50_000
/** Of a table, or a list item with nested ones, all in all. */
const BLOCK_LENGTH = 250_000
/** Of a block, or of a part of one that can be parsed apart. */
const PIECE_LENGTH = 100_000
const PIECE_LINES = 4_000
const PIECE_CELLS = 10_000
const DEPTH = 100
const DEPTH_BY_LINES = 50_000
const MARKS = 2_500
/** Of all paragraphs that hold more than `FEW_MARKS`, the marks squared and added up. */
const MARKS_SQUARED = 10_000_000
const FEW_MARKS = 100
/** A block of no more characters holds nothing that could be slow. */
const SHORT = 200

/** Why a text is not read: a sentence for a person, with the limit and what to do. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Throws a `Refusal` where the text is longer than what is read. */
export function checkText(text: string): void {
  if (text.length <= TEXT_LENGTH) return
  throw new Refusal(
    `This document has ${count(text.length)} characters; up to ${count(TEXT_LENGTH)} are read. Split it into several files.`,
  )
}

/** Throws a `Refusal` where the text has more blocks than what is read. */
export function checkBlocks(blocks: readonly Block[]): void {
  if (blocks.length <= BLOCK_COUNT) return
  throw new Refusal(
    `This document has ${count(blocks.length)} headings, paragraphs, list items and other blocks; up to ${count(BLOCK_COUNT)} are read. Split it into several files.`,
  )
}

/** Throws a `Refusal` where the text defines more links and footnotes than what is read. */
export function checkDefinitions(definitions: number): void {
  if (definitions <= DEFINITION_COUNT) return
  throw new Refusal(
    `This document defines ${count(definitions)} links and footnotes; up to ${count(DEFINITION_COUNT)} are read. Split it into several files.`,
  )
}

/** What the blocks of one document cost to be parsed. */
export class Effort {
  private marksSquared = 0

  constructor(private readonly text: string) {}

  /**
   * What a block adds to what its document costs, whatever document that is: the squares of its counts of marks. Throws a
   * `Refusal` where the block alone is more than what is read.
   */
  of({ start, end, kind }: Block): number {
    if (end - start <= SHORT) return 0
    const isVerbatim = kind === 'fence' || kind === 'html' || kind === 'tag' || kind === 'indented'
    this.limit(start, end - start, isVerbatim ? VERBATIM_LENGTH : BLOCK_LENGTH, 'characters')
    const block = this.text.slice(start, end)
    if (isVerbatim) {
      this.limit(start, linesIn(block), VERBATIM_LINES, 'lines')
      return 0
    }
    this.checkDepth(block, start)
    let marksSquared = 0
    for (const piece of piecesOf(block)) marksSquared += this.marksSquaredIn(piece, start)
    return marksSquared
  }

  /**
   * Adds what `of` said of a block. All blocks of a document are added, read before or not: a document is refused for what it
   * says, not for the way in which it was typed. Throws a `Refusal` where those so far are more than what is read.
   */
  add({ start }: Block, marksSquared: number): void {
    this.marksSquared += marksSquared
    if (this.marksSquared <= MARKS_SQUARED) return
    const found = `one more paragraph with over ${FEW_MARKS} brackets and emphasis marks: the squares of their numbers add up to ${count(this.marksSquared)}`
    this.refuse(start, found, count(MARKS_SQUARED))
  }

  private checkDepth(block: string, start: number): void {
    const depth = depthOf(block)
    this.limit(start, depth, DEPTH, 'levels of lists and quotes')
    if (depth > 1)
      this.limit(start, linesIn(block) * depth, DEPTH_BY_LINES, 'lines times levels of lists and quotes')
  }

  private marksSquaredIn(piece: string, start: number): number {
    this.limit(start, piece.length, PIECE_LENGTH, 'characters in one piece')
    this.limit(start, linesIn(piece), PIECE_LINES, 'lines in one piece')
    this.limit(start, piece.split('|').length - 1, PIECE_CELLS, 'table cells in one row')
    if (marksIn(piece) <= FEW_MARKS) return 0
    let squared = 0
    // Inline content never goes over a blank line.
    for (const paragraph of piece.split(/\n[ \t]*\r?\n/)) {
      const marks = marksIn(paragraph)
      this.limit(start, marks, MARKS, 'brackets and emphasis marks in one paragraph')
      if (marks > FEW_MARKS) squared += marks * marks
    }
    return squared
  }

  private limit(start: number, found: number, most: number, what: string): void {
    if (found > most) this.refuse(start, `${count(found)} ${what}`, count(most))
  }

  private refuse(start: number, what: string, limit: string): never {
    const line = this.text.slice(0, start).split(/\r\n|\r|\n/).length
    throw new Refusal(
      `What begins on line ${count(line)} holds ${what}; up to ${limit} are read. Divide it, with blank lines or headings between.`,
    )
  }
}

/** What remark has to parse in one go, at least: the parts of a block, where it has parts, and theirs. */
function piecesOf(block: string): readonly string[] {
  const division = block.startsWith('|') ? divideTable(block) : divideItem(block)
  if (division === undefined) return [block]
  return [0, ...division.starts].flatMap((start, index) => {
    const part = block.slice(start, division.starts[index] ?? block.length)
    return part.length <= SHORT ? [part] : piecesOf(part)
  })
}

function linesIn(text: string): number {
  const line = new LineScanner(text)
  let lines = 0
  while (line.advance()) lines++
  return lines
}

/** Characters whose number in one stretch of inline content makes remark slow. */
function marksIn(text: string): number {
  let marks = 0
  for (let at = 0; at < text.length; at++) if (isMark(text.charCodeAt(at))) marks++
  return marks
}

function isMark(code: number): boolean {
  switch (code) {
    case 42: // *
    case 60: // <
    case 91: // [
    case 93: // ]
    case 95: // _
    case 126: // ~
      return true
    default:
      return false
  }
}

/** Levels of containers that a block can have at most, judged by the marks that its lines begin with. */
function depthOf(block: string): number {
  const line = new LineScanner(block)
  const columns: number[] = []
  let deepest = 0
  while (line.advance()) {
    if (line.isBlank) continue
    const marks = containerMarks(line)
    if (marks === 0) continue
    while (columns.length > 0 && (columns[columns.length - 1] ?? 0) >= line.indent) columns.pop()
    deepest = Math.max(deepest, columns.length + marks)
    columns.push(line.indent)
  }
  return deepest
}

function containerMarks({ text, first, end }: LineScanner): number {
  let marks = 0
  let at = first
  while (at < end) {
    const length = text[at] === '>' ? 1 : listMarkerLength(text, at, end)
    if (length === 0) return marks
    marks++
    at += length
    while (at < end && (text[at] === ' ' || text[at] === '\t')) at++
  }
  return marks
}

function count(value: number): string {
  return value.toLocaleString('en')
}
