import type { SpecDocument } from '../../model/spec-document'
import type { FieldDefinition, Span, Template } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { head } from '../support/places'
import { enumerate } from '../support/wording'

export const missingField: Rule = {
  name: 'metadata/missing-field',
  summary: 'A field of the template is absent or empty.',
  reason: 'ID, status and dates are what a spec is found, sorted and judged by.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**:
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001  
**Status**: Draft  
**Created**: 2026-01-15  
**Last Updated**: 2026-01-15
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  *check({ spec, template }: RuleContext): Iterable<RuleFinding> {
    for (const definition of template.fields) {
      const written = spec.fields.filter((field) => field.definition === definition)
      if (written.some((field) => field.value !== '')) continue
      const empty = written[0]
      yield empty === undefined
        ? {
            span: home(definition, spec, template),
            message: `The field “${definition.label}” is missing: add “${definition.label}: ${example(definition)}”`,
          }
        : { span: empty.labelSpan, message: `“${definition.label}” is empty: give ${wanted(definition)}` }
    }
  },
}

/** The heading under which the template has the field, where the document has that section. */
function home(definition: FieldDefinition, spec: SpecDocument, template: Template): Span {
  const place = template.body.indexOf(definition.line)
  const around = template.sections.filter(({ span }) => span.start <= place && place < span.end)
  const innermost = around.at(-1)
  const section = spec.sections.find((candidate) => candidate.definition === innermost)
  return innermost === undefined || section === undefined ? head(spec) : section.heading
}

function example(definition: FieldDefinition): string {
  return definition.type === 'date' ? 'YYYY-MM-DD' : (definition.values[0] ?? definition.placeholder)
}

function wanted(definition: FieldDefinition): string {
  if (definition.type === 'date') return 'a date as YYYY-MM-DD'
  if (definition.values.length > 0) return `one of ${enumerate(definition.values, 'or', false)}`
  return `a value in place of ${definition.placeholder}`
}
