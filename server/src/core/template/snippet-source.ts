import { choicesOf } from './choices'
import { shapeParts } from './document-id'
import { type SnippetWriter, TODAY } from './snippet-syntax'
import type { FieldDefinition, PlaceholderDefinition, Template } from './template'

/** Writes source of the template as a snippet: what an author must replace becomes a tab stop, the rest stays. */
export type WriteSource = (source: string, writer: SnippetWriter) => string

/** The writer for a template's source. Lines of fields get today's date, and choices of their values. */
export function sourceWriter(template: Template): WriteSource {
  const fields = new Map(template.fields.map((field) => [field.line.trimEnd(), field]))
  const placeholder = placeholderPattern(template.placeholders)
  return (source, writer) => {
    const lines = source.split(/\r\n?|\n/).map((line) => {
      const field = fields.get(line.trimEnd())
      return field === undefined ? writeText(line, placeholder, writer) : writeField(line, field, writer)
    })
    return lines.join('\n')
  }
}

function writeText(line: string, placeholder: RegExp | undefined, writer: SnippetWriter): string {
  let written = ''
  let end = 0
  for (const { index, 0: match } of placeholder === undefined ? [] : line.matchAll(placeholder)) {
    written += writer.text(line.slice(end, index)) + writePlaceholder(match, writer)
    end = index + match.length
  }
  return written + writer.text(line.slice(end))
}

function writePlaceholder(text: string, writer: SnippetWriter): string {
  const choices = choicesOf(text)
  return choices.length > 0 ? writer.choice(choices) : writer.stop(text)
}

function writeField(
  line: string,
  { type, values, placeholder }: FieldDefinition,
  writer: SnippetWriter,
): string {
  const start = placeholder === '' ? line.length : line.lastIndexOf(placeholder)
  const written = (): string => {
    if (type === 'date') return TODAY
    if (type === 'id') return writeShape(placeholder, writer)
    if (values.length > 0) return writer.choice(values)
    return placeholder === '' ? '' : writer.stop(placeholder)
  }
  return writer.text(line.slice(0, start)) + written() + writer.text(line.slice(start + placeholder.length))
}

function writeShape(shape: string, writer: SnippetWriter): string {
  const parts = shapeParts(shape).map(({ type, source }) => {
    if (type === 'date') return TODAY
    if (type === 'text') return writer.text(source)
    return writer.stop(type === 'number' ? firstNumber(source) : source.replace(/[[\]]/g, ''))
  })
  return parts.join('')
}

/** As wide as the shape writes it, three digits where it does not say: `NNNN` is `0001`, `[NUMBER]` is `001`. */
function firstNumber(source: string): string {
  const width = /^\[?(?<run>N+|X+|\d+)\]?$/u.exec(source)?.groups?.run?.length ?? 3
  return '1'.padStart(width, '0')
}

/** Before and after a placeholder without brackets, which counts as the whole of an item or cell only. */
const ITEM_OR_CELL = '(?<=^[ \\t]*(?:[-*+]|\\d+[.)])[ \\t]+(?:\\[[ xX]\\][ \\t]+)?|\\|[ \\t]*)'
const ITS_END = '(?=[ \\t]*(?:\\||$))'

function placeholderPattern(placeholders: readonly PlaceholderDefinition[]): RegExp | undefined {
  if (placeholders.length === 0) return undefined
  const sources = placeholders.map(({ text, bracketed }) => {
    const source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    return bracketed ? source : ITEM_OR_CELL + source + ITS_END
  })
  return new RegExp(sources.join('|'), 'gu')
}
