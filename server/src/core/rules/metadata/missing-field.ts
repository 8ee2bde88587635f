import type { SpecDocument } from '../../model/spec-document'
import type { FieldDefinition, Template } from '../../template/template'
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
      if (definition.type === 'id' && isInTitle(spec, template)) continue
      const empty = written[0]
      yield empty === undefined
        ? {
            span: spec.fields.findLast((field) => field.definition !== undefined)?.labelSpan ?? head(spec),
            message: `The field “${definition.label}” is missing: add “${example(definition)}”`,
          }
        : { span: empty.labelSpan, message: `“${definition.label}” is empty: give ${wanted(definition)}` }
    }
  },
}

/** `# SPEC-002 Ledger export`, `# Spec 3: …`: the title has the ID, by what the template's IDs begin with. */
function isInTitle({ title }: SpecDocument, { documentId }: Template): boolean {
  const prefix = /^\p{L}+/u.exec(documentId?.shape ?? '')?.[0].toLowerCase()
  if (prefix === undefined || title === undefined) return false
  const text = title.text.toLowerCase()
  return text.startsWith(prefix) && /^[\s-]*\d/.test(text.slice(prefix.length))
}

/** The template's own line, with what is wanted in place of its placeholder. */
function example({ type, values, placeholder, line }: FieldDefinition): string {
  const value = type === 'date' ? 'YYYY-MM-DD' : (values[0] ?? placeholder.replace(/[[\]]/g, ''))
  return line.trim().replace(placeholder, () => value)
}

function wanted(definition: FieldDefinition): string {
  if (definition.type === 'date') return 'a date as YYYY-MM-DD'
  if (definition.values.length > 0) return `one of ${enumerate(definition.values, 'or', false)}`
  return `a value in place of ${definition.placeholder}`
}
