import type { SpecDocument } from '../../model/spec-document'
import type { FieldDefinition, Span, Template } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { leadingIsoDate } from '../support/dates'
import { newField } from '../support/new-field'
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
  fix: 'Inserts it beside the fields that are there, written as they are, or the value; a date is that of today.',
  *check({ spec, template, today }: RuleContext): Iterable<RuleFinding> {
    const dateFor = (definition: FieldDefinition) => earliest(spec, template, definition, today)
    for (const definition of template.fields) {
      const written = spec.fields.filter((field) => field.definition === definition)
      if (written.some((field) => field.value !== '')) continue
      if (definition.type === 'id' && isInTitle(spec, template)) continue
      const empty = written[0]
      yield empty === undefined
        ? {
            span: spec.fields.findLast((field) => field.definition !== undefined)?.labelSpan ?? head(spec),
            message: `The field “${definition.label}” is missing: add “${example(definition)}”`,
            fixes: insertions(spec, template, definition, dateFor(definition)),
          }
        : {
            span: empty.labelSpan,
            message: `“${definition.label}” is empty: give ${wanted(definition)}`,
            fixes: fillings(spec, definition, empty.valueSpan, dateFor(definition)),
          }
    }
  },
}

/** Today, or the date that the document has in a later field: it was not created after it was updated. */
function earliest(
  { fields }: SpecDocument,
  template: Template,
  definition: FieldDefinition,
  today: string,
): string {
  const later = template.fields.slice(template.fields.indexOf(definition) + 1)
  const dates = fields.flatMap((field) => {
    const isLater = field.definition?.type === 'date' && later.includes(field.definition)
    const date = isLater ? leadingIsoDate(field.value) : undefined
    return date?.real === true ? [date.text] : []
  })
  return [today, ...dates].reduce((first, date) => (date < first ? date : first))
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
  return [
    { title: `Set ${definition.label} to ${value}`, edits: () => [filling(text, { start, end }, value)] },
  ]
}

function filling(text: string, { start, end }: Span, value: string): Edit {
  const line = lineStart(text, start)
  const behind = text.slice(end, lineEnd(text, end))
  if (behind.trim() !== '') {
    const before = /\s$/.test(text.slice(line, start)) ? '' : ' '
    return { span: { start, end }, text: `${before}${value}${/^\S/.test(behind) ? ' ' : ''}` }
  }
  // Two blanks at the end of the line break it, one is what was typed before the value.
  const from = line + text.slice(line, start).trimEnd().length
  const to = lineEnd(text, end)
  return { span: { start: from, end: to - from > 1 ? from : to }, text: ` ${value}` }
}

function insertions(
  spec: SpecDocument,
  template: Template,
  definition: FieldDefinition,
  today: string,
): readonly Fix[] {
  const edit = newField(spec, template, definition, valueFor(definition, today))
  return edit === undefined ? [] : [{ title: `Insert the field “${definition.label}”`, edits: () => [edit] }]
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
