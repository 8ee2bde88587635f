import type { Span } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isLeftOpen } from '../support/fields'
import { nearest } from '../support/nearest'
import { hasPlaceholder } from '../support/places'
import { enumerate, QUOTED } from '../support/wording'

export const unknownStatus: Rule = {
  name: 'metadata/unknown-status',
  summary: 'The status is none of the template’s values and their synonyms.',
  reason:
    'What a spec must have is decided by its status; one that is not understood counts as a Draft and hides mistakes.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Aproved
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Approved
`,
  severity: ['error', 'error', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Writes the nearest value of the template.',
  *check({ spec, template }: RuleContext): Iterable<RuleFinding> {
    const { raw, value, closed, placeholder, field } = spec.status
    if (field === undefined || raw === '' || value !== undefined || closed || placeholder) return
    if (hasPlaceholder(spec, field.valueSpan) || isLeftOpen(raw)) return
    const { values, synonyms } = template.lifecycle
    const near = nearest(raw, [...values, ...synonyms.keys()])
    const meant = near === undefined ? undefined : (synonyms.get(near) ?? near)
    const span = leadOf(field.valueSpan, raw)
    const choices = enumerate(values, 'or', false)
    yield {
      span: field.valueSpan,
      message: `Unknown status “${shorten(raw, QUOTED)}”: ${
        meant === undefined
          ? `use ${choices}, or make it a synonym of one in specmark.json`
          : `did you mean ${meant}? Use ${choices}`
      }`,
      fixes: (meant === undefined ? values : [meant]).map((one) => ({
        title: `Set ${field.label} to ${one}`,
        edits: () => [{ span, text: one }],
      })),
    }
  },
}

/** The words of the status, without the note behind them. */
function leadOf({ start, end }: Span, raw: string): Span {
  const note = /\s*[([–—-]/.exec(raw)?.index ?? raw.length
  return { start, end: note > 0 && end - start === raw.length ? start + note : end }
}
