import type { Rule, RuleContext, RuleFinding } from '../rule'
import { leadingIsoDate, toIsoDate } from '../support/dates'
import { hasPlaceholder } from '../support/places'
import { isNotApplicable, shorten } from '../support/wording'

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
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const field of spec.fields) {
      const { definition, value } = field
      if (definition?.type !== 'date' || value === '' || value === definition.placeholder) continue
      if (hasPlaceholder(spec, field.valueSpan) || isLeftOpen(value)) continue
      const problem = problemOf(value)
      if (problem !== undefined) yield { span: field.valueSpan, message: `${field.label}: ${problem}` }
    }
  },
}

/** “N/A” is an answer, and `TBD` is the business of another rule. */
function isLeftOpen(value: string): boolean {
  return (
    isNotApplicable(value) ||
    /^[[(]?(?:TB[DCR]|TODO|FIXME|\?\?\?)(?!\w)/i.test(value) ||
    /^[-–—]+$/.test(value)
  )
}

function problemOf(value: string): string | undefined {
  const date = leadingIsoDate(value)
  if (date?.real === true) return undefined
  if (date !== undefined) return `there is no ${date.text} in the calendar`
  const meant = toIsoDate(value)
  return `“${shorten(value)}” is no date as YYYY-MM-DD${meant === undefined ? '' : `: write ${meant}`}`
}
