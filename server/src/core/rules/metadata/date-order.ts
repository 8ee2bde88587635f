import type { Field } from '../../model/spec-document'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { leadingIsoDate } from '../support/dates'

export const dateOrder: Rule = {
  name: 'metadata/date-order',
  summary: 'A specification was updated before it was created, or has a date in the future.',
  reason: 'One of the two dates is wrong, and nobody can tell how old the text is.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15  
**Last Updated**: 2025-01-16
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-16
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Sets the later date to that of today, or Last Updated to that of Created.',
  *check({ spec, today }: RuleContext): Iterable<RuleFinding> {
    const dated = spec.fields.flatMap((field) => {
      const date = field.definition?.type === 'date' ? leadingIsoDate(field.value) : undefined
      return date?.real === true ? [{ field, date: date.text }] : []
    })
    const latest = dayAfter(today)
    for (const { field, date } of dated) {
      if (date > latest) {
        yield {
          span: field.valueSpan,
          message: `${field.label} is ${date}, which is after today (${today}): correct it`,
          fixes: [rewrite(field, date, today)],
        }
      }
    }
    const created = dated.find(({ field }) => field.key === 'created')
    const updated = dated.find(({ field }) => field.key === 'last updated')
    if (created === undefined || updated === undefined || updated.date >= created.date) return
    // A Created in the future is what is wrong then, and is said above.
    if (created.date > latest) return
    yield {
      span: updated.field.valueSpan,
      message: `${updated.field.label} (${updated.date}) is before ${created.field.label} (${created.date}): correct one of them`,
      related: [{ span: created.field.valueSpan, message: `${created.field.label}: ${created.date}` }],
      fixes: [rewrite(updated.field, updated.date, today > created.date ? today : created.date)],
    }
  },
}

/** Somewhere on earth it is tomorrow already. */
function dayAfter(date: string): string {
  const next = new Date(`${date}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

function rewrite({ label, valueSpan }: Field, from: string, to: string): Fix {
  return {
    title: `Set ${label} to ${to}`,
    edits: () => [{ span: { start: valueSpan.start, end: valueSpan.start + from.length }, text: to }],
  }
}
