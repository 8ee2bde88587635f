import type { Field, SpecDocument } from '../../model/spec-document'
import type { FieldDefinition, Span, Template } from '../../template/template'
import { afterLineEnd, lineEnd, lineStart } from '../../text/lines'
import type { Edit } from '../rule'
import { lineEndingOf } from './move'

/**
 * The edit that adds a field: behind the one that stands before it in the template, else before the one that stands behind
 * it, written as that is; in a document without fields as the template has it, under the heading or the title where it
 * belongs. `undefined` where its neighbour is no line of its own.
 *
 * @param value `undefined`: the template's placeholder, to be typed over
 */
export function newField(
  spec: SpecDocument,
  template: Template,
  definition: FieldDefinition,
  value: string | undefined,
): Edit | undefined {
  const place = template.fields.indexOf(definition)
  const written = spec.fields.filter((field) => field.definition !== undefined)
  const rank = ({ definition: known }: Field) => (known === undefined ? -1 : template.fields.indexOf(known))
  const before = written.findLast((field) => rank(field) < place)
  if (before !== undefined) return behind(spec, before, definition, value)
  const after = written.find((field) => rank(field) > place)
  if (after !== undefined) return inFrontOf(spec, after, definition, value)
  return asInTemplate(spec, template, definition, value)
}

function behind(spec: SpecDocument, field: Field, definition: FieldDefinition, value: string | undefined) {
  const made = likeIt(spec, field, definition, value)
  if (made === undefined) return undefined
  const at = made.line.end
  const eol = lineEndingOf(spec.text)
  const source = spec.text.slice(made.line.start, at)
  const opening = (breaksLines(field) && !endsInBreak(source) ? '  ' : '') + eol
  return inserting(at, opening, made, '')
}

function inFrontOf(spec: SpecDocument, field: Field, definition: FieldDefinition, value: string | undefined) {
  const made = likeIt(spec, field, definition, value)
  if (made === undefined) return undefined
  const at = spec.text.startsWith('\uFEFF') ? Math.max(1, made.line.start) : made.line.start
  const ending = breaksLines(field) && !endsInBreak(made.text) ? '  ' : ''
  return inserting(at, '', made, ending + lineEndingOf(spec.text))
}

interface Written {
  readonly text: string
  /** The template's placeholder in it. */
  readonly blank: Span | undefined
}

interface Copied extends Written {
  /** What it was copied from. */
  readonly line: Span
}

/** The line of a field with another label and value. */
function likeIt(
  { text, fields }: SpecDocument,
  field: Field,
  { label, placeholder }: FieldDefinition,
  known: string | undefined,
): Copied | undefined {
  const value = known ?? placeholder
  const { labelSpan, valueSpan, span, form } = field
  const line = { start: lineStart(text, labelSpan.start), end: lineEnd(text, valueSpan.end) }
  const isShared = fields.some(
    (one) => one !== field && one.span.start < line.end && line.start < one.span.end,
  )
  const isWide = lineEnd(text, labelSpan.start) !== line.end
  if (form === 'heading' || isShared || isWide || line.start > span.start) return undefined
  const name = text.slice(labelSpan.start, labelSpan.end)
  const opening =
    text.slice(line.start, labelSpan.start) +
    (name === name.toLowerCase() ? label.toLowerCase() : label) +
    text.slice(labelSpan.end, valueSpan.start)
  const spaced = /[:|*_]$/.test(opening) ? `${opening} ` : opening
  // What closes the value stays; a note behind it is about that value.
  const tail = /^["'`*_]{0,3}[ \t]*(?:\|[ \t]*|\\)?$/.exec(text.slice(valueSpan.end, line.end))?.[0] ?? ''
  return { text: spaced + value + tail, blank: blankAt(spaced.length, value, known), line }
}

function blankAt(start: number, value: string, known: string | undefined): Span | undefined {
  return known === undefined ? { start, end: start + value.length } : undefined
}

/** Lines of one paragraph are kept apart by what they end in. */
function breaksLines({ form }: Field): boolean {
  return form === 'bold' || form === 'plain'
}

function endsInBreak(line: string): boolean {
  return line.endsWith('  ') || line.endsWith('\\')
}

function asInTemplate(
  spec: SpecDocument,
  { body, sections }: Template,
  { line, placeholder }: FieldDefinition,
  known: string | undefined,
): Edit | undefined {
  const value = known ?? placeholder
  const home = sections.findLast(({ span }) => body.slice(span.start, span.end).includes(line))
  const heading = spec.sections.find(
    ({ definition }) => definition !== undefined && definition === home,
  )?.heading
  const after = heading ?? spec.title?.span
  if (after === undefined) return undefined
  const source = line.trimEnd()
  const start = placeholder === '' ? source.length : source.lastIndexOf(placeholder)
  if (start < 0) return undefined
  const text = source.slice(0, start) + value + source.slice(start + placeholder.length)
  const at = lineEnd(spec.text, after.end)
  const eol = lineEndingOf(spec.text)
  // A paragraph that follows at once would go on where the field ends.
  const next = spec.text.slice(afterLineEnd(spec.text, at))
  const gap = next === '' || /^[ \t]*(?:\r|\n)/.test(next) ? '' : eol
  const made = { text, blank: blankAt(start, value, known) }
  return inserting(at, heading === undefined ? eol + eol : eol, made, `  ${gap}`)
}

function inserting(at: number, before: string, { text, blank }: Written, after: string): Edit {
  const blanks = blank && [{ start: before.length + blank.start, end: before.length + blank.end }]
  return { span: { start: at, end: at }, text: before + text + after, ...(blanks && { blanks }) }
}
