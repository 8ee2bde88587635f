import type { Field } from '../../model/spec-document'
import { shorten } from '../../text/shorten'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { leadingIsoDate, toIsoDate } from '../support/dates'
import { isLeft, isLeftOpen } from '../support/fields'
import { hasPlaceholder } from '../support/places'
import { QUOTED } from '../support/wording'

export const invalidDate: Rule = {
  name: 'metadata/invalid-date',
  summary: 'A date field does not hold a real date written as YYYY-MM-DD.',
  reason: 'To two readers 03/04/2026 is two different days, and no other form sorts.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: January 15, 2026
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Rewrites a date that can mean only one day.',
  fixAll: true,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const field of spec.fields) {
      const { definition, value } = field
      if (definition?.type !== 'date' || value === '' || isLeft(field)) continue
      if (hasPlaceholder(spec, field.valueSpan) || isLeftOpen(value)) continue
      const problem = problemOf(field.label, value)
      if (problem === undefined) continue
      const meant = leadingIsoDate(value) === undefined ? toIsoDate(value) : undefined
      yield {
        span: field.valueSpan,
        message: problem,
        fixes: meant === undefined ? [] : [rewriting(field, meant)],
      }
    }
  },
}

function rewriting({ label, valueSpan: span }: Field, date: string): Fix {
  return { title: `Set ${label} to ${date}`, safe: true, edits: () => [{ span, text: date }] }
}

function problemOf(label: string, value: string): string | undefined {
  const date = leadingIsoDate(value)
  if (date?.real === true) return undefined
  if (date !== undefined) return `${label}: there is no ${date.text} in the calendar`
  const meant = toIsoDate(value)
  return `${label} is “${shorten(value, QUOTED)}”, which is not a date: write ${meant ?? 'YYYY-MM-DD'}`
}
