import type { SpecDocument } from '../model/spec-document'
import type { Edit, Finding } from '../rules/rule'
import { lineEndingOf } from '../rules/support/move'
import { lineEnd, lineStart } from '../text/lines'

/** Where a comment silences a finding. */
export type SuppressionPlace = 'line' | 'file'

/** What stands for the reason until a person writes it. */
const REASON = 'why'

/**
 * The edit that silences a finding: at the end of its line where a comment of its own would split a list or a table, else on
 * the line before it; for the file behind its front matter. `undefined` where no comment can stand: in code.
 */
export function suppressing(
  { text, opaque }: SpecDocument,
  { rule, span }: Finding,
  place: SuppressionPlace,
): Edit | undefined {
  const eol = lineEndingOf(text)
  if (place === 'file') {
    const at = endOfFrontMatter(text)
    const comment = `<!-- specmark-disable-file ${rule} -- ${REASON} -->${eol}${eol}`
    return { span: { start: at, end: at }, text: comment }
  }
  const start = lineStart(text, span.start)
  const end = lineEnd(text, span.start)
  if (opaque.some((one) => one.start < start && end < one.end)) return undefined
  const line = text.slice(start, end)
  const isPart = /^\s*(?:[-*+]|\d+[.)])\s|\|/.test(line) || /^\s+\S/.test(line) || isContinued(text, start)
  if (!isPart)
    return {
      span: { start, end: start },
      text: `<!-- specmark-disable-next-line ${rule} -- ${REASON} -->${eol}`,
    }
  // Blanks at the end of a line are a line break: it stays one behind the comment.
  const at = end - (/\s*$/.exec(line)?.[0].length ?? 0)
  return { span: { start: at, end: at }, text: ` <!-- specmark-disable-line ${rule} -- ${REASON} -->` }
}

/** A line of a paragraph or list that began before it. */
function isContinued(text: string, start: number): boolean {
  if (start === 0) return false
  const before = text.slice(lineStart(text, start - 1), start - 1)
  return before.trim() !== '' && !/^#{1,6}\s|^\s*<!--.*-->\s*$/.test(before)
}

function endOfFrontMatter(text: string): number {
  return (
    /^\uFEFF?---\r?\n(?:(?!---\r?\n).*\r?\n){0,500}---\r?\n/.exec(text)?.[0].length ??
    (text.startsWith('\uFEFF') ? 1 : 0)
  )
}
