import type { Prose, Span } from '../markdown/facts'
import { skipBlanks, trimEnd } from '../text/blanks'
import { afterLineEnd, lineEnd } from '../text/lines'
import { displayText } from './display'
import type { FieldContext, FoundField } from './found-field'

/** A label in a line; `end` is behind its last letter, `value` behind its colon. */
interface Label {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly bold: boolean
}

/**
 * Lines of a paragraph that are a label, a colon and a value: bold labels (several in a line, where `|` or the like
 * stands between), and plain ones that the template knows.
 *
 * @param start absolute offset of the prose
 */
export function labelledLines(prose: Prose, start: number, context: FieldContext): FoundField[] {
  const fields: FoundField[] = []
  const { text } = prose
  for (let from = 0; from < text.length; ) {
    const to = lineEnd(text, from)
    const labels = labelsIn(prose, from, to, context)
    labels.forEach((label, i) => {
      const next = labels[i + 1]?.start
      const end = next === undefined ? to : trimSeparators(text, label.value, next)
      fields.push(fieldOf(prose, start, label, end, context.source))
    })
    from = afterLineEnd(text, to)
  }
  return fields
}

function labelsIn(prose: Prose, from: number, to: number, context: FieldContext): readonly Label[] {
  const labels: Label[] = []
  for (const span of prose.spans) {
    if (span.type !== 'strong' || span.offset < from || span.offset + span.length > to) continue
    const label = boldLabel(prose.text, span, to)
    if (label !== undefined && mayBegin(prose.text, from, span.offset, labels.length > 0)) labels.push(label)
  }
  if (labels.length > 0) return labels
  const plain = plainLabel(prose.text, from, to)
  return plain && context.define(prose.text.slice(plain.start, plain.end)) ? [plain] : []
}

/** `**Status**:` and `**Status:**`. */
function boldLabel(text: string, { offset, length }: Span, to: number): Label | undefined {
  const start = skipBlanks(text, offset, offset + length)
  const end = trimEnd(text, start, offset + length)
  if (end - start > 48 || !/^[\p{L}]/u.test(text.slice(start, start + 2))) return undefined
  if (isColon(text[end - 1]))
    return { start, end: trimEnd(text, start, end - 1), value: offset + length, bold: true }
  const colon = skipBlanks(text, offset + length, to)
  return isColon(text[colon]) ? { start, end, value: colon + 1, bold: true } : undefined
}

function plainLabel(text: string, from: number, to: number): Label | undefined {
  const match = /^\s*([\p{L}][\p{L} _-]{0,38}?)\s*[:：](?=\s|$)/u.exec(
    text.slice(from, Math.min(to, from + 60)),
  )
  if (match === null) return undefined
  const start = skipBlanks(text, from, to)
  return { start, end: start + (match[1]?.length ?? 0), value: from + match[0].length, bold: false }
}

function isColon(mark: string | undefined): boolean {
  return mark === ':' || mark === '：'
}

/** The first bold label begins its line; others may follow it in the same line. */
function mayBegin(text: string, from: number, at: number, follows: boolean): boolean {
  return follows || /^(?:[\s\p{S}]|\uFE0F)*$/u.test(text.slice(from, at))
}

function trimSeparators(text: string, from: number, to: number): number {
  let end = trimEnd(text, from, to)
  while (end > from && /[|·•;,/—–]/.test(text[end - 1] ?? '')) end = trimEnd(text, from, end - 1)
  return end
}

function fieldOf(prose: Prose, start: number, label: Label, to: number, source: string): FoundField {
  const { text } = prose
  const blank = source[start + label.value] === ' ' ? 1 : 0
  const from = skipBlanks(text, label.value, to)
  const end = trimEnd(text, from, to)
  const empty = start + label.value + blank
  return {
    label: text.slice(label.start, label.end),
    value: displayText(prose, source, start, from, end),
    form: label.bold ? 'bold' : 'plain',
    span: { start: start + label.start, end: Math.max(start + end, start + label.value) },
    labelSpan: { start: start + label.start, end: start + label.end },
    valueSpan: from >= to ? { start: empty, end: empty } : insideCode(prose, start, from, end),
  }
}

/** Of a value in a code span what is between the backticks, so that a value put there stays code. */
export function insideCode(
  prose: Prose,
  start: number,
  from: number,
  end: number,
): { start: number; end: number } {
  const code = prose.spans.find(
    ({ type, offset, length }) => type === 'code' && offset === from && offset + length === end,
  )
  const marks = code === undefined ? 0 : (code.length - code.value.length) >> 1
  return { start: start + from + marks, end: start + end - marks }
}
