import type { Block } from './cut'
import { type Division, divideItem, divideTable } from './divide'
import { LineScanner } from './line-scanner'
import { listMarkerLength } from './line-starts'

/**
 * How much is read. remark takes time that grows with the square of the brackets and emphasis marks of one paragraph,
 * and with depth; it ends in a stack overflow some thousand levels deep. The limits keep each such document below a
 * second, and are ten times what the largest of several hundred real specifications needs, or more.
 */
const TEXT_LENGTH = 1_500_000
const BLOCK_COUNT = 40_000
const BLOCK_LENGTH = 250_000
const VERBATIM_LENGTH = 1_000_000
const DEPTH = 100
const MARK_COUNT = 2_500
/** Of all paragraphs that hold more than `FEW_MARKS`, the marks squared and added up. */
const MARKS_SQUARED = 10_000_000
const FEW_MARKS = 300

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

/** Adds up what the blocks of one document that have to be parsed would cost. */
export class Effort {
  private marksSquared = 0

  constructor(private readonly text: string) {}

  /** Throws a `Refusal` where the block, with those before it, is more than what is read. */
  add({ start, end, kind }: Block): void {
    const isVerbatim = kind === 'fence' || kind === 'html' || kind === 'tag' || kind === 'indented'
    const limit = isVerbatim ? VERBATIM_LENGTH : BLOCK_LENGTH
    if (end - start > limit) this.refuse(start, `a block of ${count(end - start)} characters`, count(limit))
    if (isVerbatim) return
    const block = this.text.slice(start, end)
    if (mayNest(kind)) this.addDepth(block, start)
    this.addMarks(block, start)
  }

  private addDepth(block: string, start: number): void {
    const depth = depthOf(block)
    if (depth > DEPTH) this.refuse(start, `${count(depth)} levels of lists and quotes`, count(DEPTH))
  }

  private addMarks(block: string, start: number): void {
    if (marksIn(block) <= FEW_MARKS) return
    for (const piece of indivisible(block)) {
      const marks = marksIn(piece)
      if (marks > MARK_COUNT)
        this.refuse(start, `${count(marks)} brackets and emphasis marks`, count(MARK_COUNT))
      if (marks > FEW_MARKS) this.marksSquared += marks * marks
    }
    if (this.marksSquared > MARKS_SQUARED) {
      this.refuse(start, 'yet another paragraph of many brackets and emphasis marks', 'a few')
    }
  }

  private refuse(start: number, what: string, limit: string): never {
    const line = this.text.slice(0, start).split(/\r\n|\r|\n/).length
    throw new Refusal(
      `What begins on line ${count(line)} holds ${what}; up to ${limit} are read. Divide it, with blank lines or headings between.`,
    )
  }
}

function mayNest(kind: Block['kind']): boolean {
  return kind === 'item' || kind === 'quote' || kind === 'footnote' || kind === 'text' || kind === 'unopened'
}

/** Inline content never goes over a blank line, a table row or a list item. */
function indivisible(block: string): readonly string[] {
  const division = block.startsWith('|') ? divideTable(block) : divideItem(block)
  return division === undefined
    ? block.split(/\n[ \t]*\r?\n/)
    : pieces(block, division).flatMap(indivisiblePart)
}

function indivisiblePart(part: string): readonly string[] {
  return marksIn(part) <= FEW_MARKS ? [part] : indivisible(part)
}

function pieces(block: string, { starts }: Division): string[] {
  return [0, ...starts].map((start, index) => block.slice(start, starts[index] ?? block.length))
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
