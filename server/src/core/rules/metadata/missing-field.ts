import type { SpecDocument } from '../../model/spec-document'
import type { FieldDefinition, Span, Template } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { lineEndingOf } from '../support/move'
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
  fix: 'Inserts the line behind the field before it, or the value; a date is that of today.',
  *check({ spec, template, today }: RuleContext): Iterable<RuleFinding> {
    for (const definition of template.fields) {
      const written = spec.fields.filter((field) => field.definition === definition)
      if (written.some((field) => field.value !== '')) continue
      if (definition.type === 'id' && isInTitle(spec, template)) continue
      const empty = written[0]
      yield empty === undefined
        ? {
            span: spec.fields.findLast((field) => field.definition !== undefined)?.labelSpan ?? head(spec),
            message: `The field “${definition.label}” is missing: add “${example(definition)}”`,
            fixes: insertions(spec, template, definition, today),
          }
        : {
            span: empty.labelSpan,
            message: `“${definition.label}” is empty: give ${wanted(definition)}`,
            fixes: fillings(spec, definition, empty.valueSpan, today),
          }
    }
  },
}

/** What may be filled in without asking: the day, the first status. */
function valueFor({ type, values }: FieldDefinition, today: string): string | undefined {
  return type === 'date' ? today : type === 'status' ? values[0] : undefined
}

function fillings(
  { text }: SpecDocument,
  definition: FieldDefinition,
  { start, end }: Span,
  today: string,
): readonly Fix[] {
  const value = valueFor(definition, today)
  if (value === undefined) return []
  const blank = /\s$/.test(text.slice(0, start)) ? '' : ' '
  return [
    {
      title: `Set ${definition.label} to ${value}`,
      edits: () => [{ span: { start, end }, text: blank + value }],
    },
  ]
}

/** As a line of its own behind the field that stands before it in the template, where both are lines like the template's. */
function insertions(
  spec: SpecDocument,
  { fields }: Template,
  definition: FieldDefinition,
  today: string,
): readonly Fix[] {
  const earlier = fields.slice(0, fields.indexOf(definition))
  const before = spec.fields.findLast(
    (field) => field.definition !== undefined && earlier.includes(field.definition),
  )
  if (before?.form !== 'bold') return []
  const end = lineEnd(spec.text, before.span.end)
  const line = example(definition).replace('YYYY-MM-DD', () => today)
  const value = valueFor(definition, today) === undefined ? definition.line.trimEnd() : line
  const eol = lineEndingOf(spec.text)
  // Two blanks at the end of a line keep the next one apart.
  const source = spec.text.slice(lineStart(spec.text, before.span.end), end)
  const gap = /\s{2}$/.test(source) || source.endsWith('\\') ? '' : '  '
  return [
    {
      title: `Insert the field “${definition.label}”`,
      edits: () => [{ span: { start: end, end }, text: `${gap}${eol}${value}  ` }],
    },
  ]
}

/** `# SPEC-002 Ledger export`, `# Specification: Spec 3 – …`: the title has the ID, by what the template's IDs begin with. */
function isInTitle({ title }: SpecDocument, { documentId }: Template): boolean {
  const prefix = /^\p{L}+/u.exec(documentId?.shape ?? '')?.[0]
  if (prefix === undefined || title === undefined) return false
  return new RegExp(`(?:^|:\\s*)${prefix}[\\s-]*\\d`, 'iu').test(title.text.slice(0, 200))
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
