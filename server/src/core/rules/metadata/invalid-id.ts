import type { SpecDocument } from '../../model/spec-document'
import type { DocumentIdPattern } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { leadingIsoDate } from '../support/dates'
import { isLeftOpen } from '../support/fields'
import { hasPlaceholder } from '../support/places'
import { blanksOf } from '../support/shapes'

export const invalidId: Rule = {
  name: 'metadata/invalid-id',
  summary: 'The document ID does not have the template’s form, or its date cannot exist.',
  reason: 'Other specs, code and tests name this one by its ID; tools find it by its form.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-02-30-001  
**Status**: Draft
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-02-28-001  
**Status**: Draft
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Proposes an ID with the date of Created, or of today.',
  *check({ spec, template, today }: RuleContext): Iterable<RuleFinding> {
    const field = spec.documentId
    const form = template.documentId
    if (field === undefined || form === undefined || field.value === '' || isLeftOpen(field.value)) return
    if (isUnfilled(field.value, form) || hasPlaceholder(spec, field.valueSpan)) return
    const problem = problemOf(field.value, form, today)
    if (problem === undefined) return
    const proposed = proposal(spec, form, today)
    const span = field.valueSpan
    yield {
      span,
      message: problem,
      fixes:
        proposed === undefined
          ? []
          : [{ title: `Change the ID to ${proposed}`, edits: () => [{ span, text: proposed }] }],
    }
  },
}

/** With the day it was created on, where that is known; its number is the first, as others are not looked into here. */
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
