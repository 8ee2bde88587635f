import { documentMentions } from '../../index/workspace/document-mentions'
import { comparedDocumentId } from '../../index/workspace/symbol-diff'
import type { Field, SpecDocument } from '../../model/spec-document'
import type { DocumentIdPattern, Template } from '../../template/template'
import type { Edit, Fix } from '../rule'
import { leadingIsoDate } from './dates'
import { isLeftOpen } from './fields'
import { hasPlaceholder } from './places'
import { blanksOf } from './shapes'

/** What is wrong with a document ID. */
export interface DocumentIdMistake {
  readonly field: Field
  /** For a person. */
  readonly problem: string
  /** An ID of the template's form in its place, whether or not another spec has it; `undefined` where none can be made. */
  readonly proposed: string | undefined
}

/** @returns `undefined` where the document ID has the template's form, is not written yet, or the template asks for none */
export function mistakeInDocumentId(
  spec: SpecDocument,
  { documentId: form }: Template,
  today: string,
): DocumentIdMistake | undefined {
  const field = spec.documentId
  if (field === undefined || form === undefined || field.value === '' || isLeftOpen(field.value))
    return undefined
  if (isUnfilled(field.value, form) || hasPlaceholder(spec, field.valueSpan)) return undefined
  const problem = problemOf(field.value, form, today)
  if (problem === undefined) return undefined
  return { field, problem, proposed: proposal(spec, form, today) }
}

/** With the day it was created on, where that is known, and the number that it has, else the first. */
function proposal(
  { fields, documentId }: SpecDocument,
  { shape, pattern }: DocumentIdPattern,
  today: string,
): string | undefined {
  const created = fields.find(({ key }) => key === 'created')
  const date = created === undefined ? undefined : leadingIsoDate(created.value)
  const digits = /(\d{1,6})\D*$/.exec(documentId?.value ?? '')?.[1]?.replace(/^0+(?=\d{3})/, '') ?? '1'
  const number = digits.length > 3 ? '001' : digits.padStart(3, '0')
  const id = blanksOf(shape).reduce(
    (filled, blank) => filled.replace(blank, /YYYY/.test(blank) ? (date?.real ? date.text : today) : number),
    shape,
  )
  return pattern.test(id) ? id : undefined
}

/** A part of the shape stands there still: `SPEC-2026-01-15-[NUMBER]`. */
function isUnfilled(value: string, { shape }: DocumentIdPattern): boolean {
  return blanksOf(shape).some((blank) => value.includes(blank))
}

/** A slug may stand where the number does: `SPEC-2026-01-15-ledger-export`. */
function hasSlug(value: string, form: DocumentIdPattern): boolean {
  const slug = /-[\p{L}][\p{L}\d]*(?:-[\p{L}\d]+)*$/u.exec(value)
  if (slug === null) return false
  const match = form.pattern.exec(`${value.slice(0, slug.index).toUpperCase()}-1`)
  const date = match?.groups?.date
  return match !== null && (date === undefined || leadingIsoDate(date)?.real === true)
}

function problemOf(value: string, form: DocumentIdPattern, today: string): string | undefined {
  // A note after the ID (`SPEC-… (replaces …)`) is not part of it.
  const match =
    form.pattern.exec(value) ?? form.pattern.exec(/^\S+(?=\s+\(|\s+[–—-]\s)/.exec(value)?.[0] ?? '')
  if (match !== null) {
    const date = match.groups?.date
    if (date === undefined || leadingIsoDate(date)?.real === true) return undefined
    return `“${value}”: there is no ${date} in the calendar`
  }
  if (hasSlug(value, form)) return undefined
  return `“${value}” does not fit this template’s ID pattern: write ${form.shape.replace(/[[\]]/g, '')}${example(form, today)}`
}

/** The first ID of today, where that is what the template's blanks ask for. */
function example({ shape, pattern }: DocumentIdPattern, today: string): string {
  const id = blanksOf(shape).reduce(
    (filled, blank) => filled.replace(blank, /YYYY/.test(blank) ? today : '001'),
    shape,
  )
  return pattern.test(id) ? `, for example ${id}` : ''
}

/** The fix that gives a spec another document ID. */
export function changingDocumentId(spec: SpecDocument, field: Field, id: string): Fix {
  return {
    title: `Change the ID to ${id}`,
    documentId: { from: field.value, to: id },
    edits: () => renamed(spec, field, id),
  }
}

/** The field, and where the document names itself. */
function renamed(spec: SpecDocument, { value, valueSpan }: Field, id: string): readonly Edit[] {
  const { start, end } = valueSpan
  const from = start + Math.max(0, spec.text.slice(start, end).indexOf(value))
  const own = { span: { start: from, end: from + value.length }, text: id }
  const mentions = documentMentions(spec).filter(
    ({ text }) => comparedDocumentId(text) === comparedDocumentId(value),
  )
  const edits = mentions.map((mention) => ({ span: { start: mention.start, end: mention.end }, text: id }))
  return [own, ...edits].sort((a, b) => a.span.start - b.span.start)
}
