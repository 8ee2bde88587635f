import type { Span } from '../../template/template'
import type { Edit } from '../rule'

/**
 * Takes whole lines from one place to another, with a blank line around them where they had or need one. Nothing but blank
 * lines is added.
 *
 * @param target offset of the start of a line, or the end of the text, outside of `span`
 */
export function moveBefore(text: string, span: Span, target: number): readonly Edit[] {
  const eol = lineEndingOf(text)
  const moved = text.slice(span.start, span.end)
  const ended = /[\r\n]$/.test(moved) ? moved : `${moved}${eol}`
  const spaced = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(ended) ? ended : `${ended}${eol}`
  const gap =
    target === text.length && !/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text)
      ? eol.repeat(/[\r\n]$/.test(text) ? 1 : 2)
      : ''
  const insert = { span: { start: target, end: target }, text: gap + spaced }
  const remove = { span, text: '' }
  return target <= span.start ? [insert, remove] : [remove, insert]
}

/** How a document ends its lines; `\n` where it has but one. */
export function lineEndingOf(text: string): string {
  return /\r\n?|\n/.exec(text)?.[0] ?? '\n'
}

/** A text of the template with the line endings of a document. */
export function withLineEndings(text: string, document: string): string {
  const eol = lineEndingOf(document)
  return eol === '\n' ? text : text.replace(/\r\n?|\n/g, eol)
}
