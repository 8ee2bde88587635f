import type { SpecDocument, Suppression } from '../model/spec-document'
import type { Edit, Finding } from '../rules/rule'
import { lineEndingOf } from '../rules/support/move'
import type { Span } from '../template/template'
import { lineEnd, lineStart } from '../text/lines'

/** Where a comment silences a finding. */
export type SuppressionPlace = 'line' | 'file'

/** What stands for the reason until a person writes it. */
const REASON = 'why'

/**
 * The edit that silences a finding: at the end of its line where a comment of its own would split a list or a table, else on
 * the line before it; for the file behind its front matter. A comment that is there for the line takes the rule up.
 * `undefined` where no comment can stand: in code.
 */
export function suppressing(
  spec: SpecDocument,
  { rule, span }: Finding,
  place: SuppressionPlace,
): Edit | undefined {
  const { text, opaque } = spec
  const eol = lineEndingOf(text)
  if (place === 'file') return comment('file', rule, endOfFrontMatter(text), ['', eol + eol])
  const line = { start: lineStart(text, span.start), end: lineEnd(text, span.start) }
  if (opaque.some((one) => one.start < line.start && line.end < one.end)) return undefined
  const known = commentFor(spec, line)
  if (known !== undefined) return withRule(text, known, rule)
  if (isPartOfBlock(spec, line)) return comment('line', rule, endWithin(spec, line), [' ', ''])
  return comment('next-line', rule, Math.max(line.start, startOfText(text)), ['', eol])
}

function comment(
  kind: Suppression['kind'],
  rule: string,
  at: number,
  [before, after]: readonly [string, string],
): Edit {
  const opening = `${before}<!-- specmark-disable-${kind} ${rule} -- `
  return {
    span: { start: at, end: at },
    text: `${opening}${REASON} -->${after}`,
    blanks: [{ start: opening.length, end: opening.length + REASON.length }],
  }
}

/** Two comments before one line would be for each other. */
function commentFor({ suppressions }: SpecDocument, line: Span): Suppression | undefined {
  return suppressions.find(
    ({ kind, covers }) => (kind === 'line' || kind === 'next-line') && covers.start === line.start,
  )
}

function withRule(text: string, { span }: Suppression, rule: string): Edit | undefined {
  const named = /^<!--\s*specmark-[a-z-]+(?:(?:\s|,)+(?!--)[^\s,]+)*/.exec(text.slice(span.start, span.end))
  if (named === null) return undefined
  const at = span.start + named[0].length
  return { span: { start: at, end: at }, text: ` ${rule}` }
}

function isPartOfBlock(spec: SpecDocument, line: Span): boolean {
  return (
    /^\s*(?:[-*+]|\d+[.)])\s|^\s+\S/.test(spec.text.slice(line.start, line.end)) ||
    isInTable(spec, line) ||
    isContinued(spec.text, line.start)
  )
}

function isInTable({ tables }: SpecDocument, { start, end }: Span): boolean {
  return tables.some(({ span }) => span.start < end && start < span.end)
}

/** A line of a paragraph or list that began before it. */
function isContinued(text: string, start: number): boolean {
  if (start === 0) return false
  const before = text.slice(lineStart(text, start - 1), start - 1).trim()
  return before !== '' && !/^#{1,6}\s/.test(before) && !(before.startsWith('<!--') && before.endsWith('-->'))
}

/** Behind the last word of a line: what breaks it stays at its end, and the bar that closes a row behind the last cell. */
function endWithin(spec: SpecDocument, line: Span): number {
  const said = spec.text.slice(line.start, line.end).trimEnd()
  const isClosed = isInTable(spec, line) ? /(?<!\\)\|$/.test(said) : said.endsWith('\\')
  return line.start + (isClosed ? said.slice(0, -1).trimEnd() : said).length
}

function startOfText(text: string): number {
  return text.startsWith('\uFEFF') ? 1 : 0
}

function endOfFrontMatter(text: string): number {
  return /^\uFEFF?---\r?\n(?:(?!---\r?\n).*\r?\n){0,500}---\r?\n/.exec(text)?.[0].length ?? startOfText(text)
}
