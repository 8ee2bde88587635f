import type { Field } from '../../model/spec-document'
import type { FieldDefinition, Stage } from '../../template/template'
import type { FeatureContext } from '../context'
import { codeSpan, escapeMarkdown } from '../support/markdown'

/** How strictly a spec is read at each step of its life. */
const STAGE_MEANINGS: Readonly<Record<Stage, string>> = {
  draft: 'What is unfinished is reported gently.',
  review: 'What is unfinished is a warning.',
  approved: 'What is unfinished is an error.',
  implemented: 'What is unfinished is an error, and the sections that are due at the end are asked for.',
}

/** What the template says about a field: its form, its values, and what the present one means. */
export function fieldMarkdown(context: FeatureContext, field: Field): string | undefined {
  const definition = field.definition
  if (definition === undefined) return undefined
  const lines = [`**${escapeMarkdown(definition.label)}**`, ...formLines(context, definition)]
  if (definition.type === 'status') lines.push(...statusLines(context))
  return lines.join('\n\n')
}

function formLines(context: FeatureContext, definition: FieldDefinition): string[] {
  switch (definition.type) {
    case 'id':
      return [idLine(context, definition)]
    case 'date':
      return [`A date, written as ${codeSpan(context.today)}.`]
    case 'status':
      return [`One of ${definition.values.map(codeSpan).join(', ')}, in this order.`]
    case 'text':
      return definition.values.length > 0
        ? [`One of ${definition.values.map(codeSpan).join(', ')}.`]
        : [`The template has ${codeSpan(definition.placeholder)} here.`]
  }
}

function idLine(context: FeatureContext, definition: FieldDefinition): string {
  const shape = context.template.documentId?.shape ?? definition.placeholder
  return `The ID of this document, unique in the workspace, written as ${codeSpan(shape)}.`
}

function statusLines(context: FeatureContext): string[] {
  const { status, recognition } = context.spec
  if (status.placeholder || status.raw === '') return []
  const raw = codeSpan(status.raw)
  if (status.closed) return [`${raw}: the document is closed. Only its IDs and references are checked.`]
  if (status.value === undefined) return [`${raw} is none of them: the document is read as a draft.`]
  const known = status.value.toLowerCase() === status.raw.toLowerCase()
  const meaning = recognition.kind === 'spec' ? STAGE_MEANINGS[status.stage] : ''
  return [`${known ? raw : `${raw} counts as ${codeSpan(status.value)}`}. ${meaning}`.trim()]
}
