import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types'
import type { Field } from '../../model/spec-document'
import { firstDocumentId } from '../../template/document-id'
import type { FieldDefinition } from '../../template/template'
import type { FeatureContext } from '../context'
import { filterFor, isReplaceable, type Place, rangeOf, sortKey } from './place'

interface Value {
  readonly text: string
  readonly detail: string
}

/**
 * Values of a field behind its label: statuses, today's date, a document ID. Nothing else belongs there, but in a field
 * of free text.
 */
export function fieldValues(place: Place): readonly CompletionItem[] | undefined {
  const field = place.context.spec.fields.find((each) => isInValue(place, each))
  if (field?.definition === undefined) return undefined
  const values = valuesOf(place.context, field.definition)
  const texts = values.map((value) => value.text)
  if (values.length === 0) return field.definition.type === 'text' ? undefined : []
  if (!isUntouched(field) && !isReplaceable(typedIn(place, field), texts)) return []
  return values.map((value, index) => valueItem(place, field, value, index, texts))
}

/** In the value, or where it would begin: behind the label's colon with nothing but blanks between. */
function isInValue({ context, offset, line }: Place, field: Field): boolean {
  const { start, end } = field.valueSpan
  if (start < line.start || start > line.end || field.labelSpan.end > offset) return false
  const { text } = context.spec
  if (offset < start)
    return isBlank(text.slice(offset, start)) && hasColon(text.slice(field.labelSpan.end, offset))
  return offset <= end || (start === end && isBlank(text.slice(end, offset)))
}

/** Still as the template has it: the whole of it is to be replaced. */
function isUntouched({ definition, value }: Field): boolean {
  return definition !== undefined && value === definition.placeholder
}

function typedIn({ context, offset }: Place, field: Field): string {
  return context.spec.text.slice(Math.min(offset, field.valueSpan.start), offset)
}

function hasColon(text: string): boolean {
  return /[:：|]/.test(text)
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function valuesOf(context: FeatureContext, definition: FieldDefinition): readonly Value[] {
  switch (definition.type) {
    case 'date':
      return [{ text: context.today, detail: 'today' }]
    case 'id':
      return documentIdValues(context)
    default:
      return definition.values.map((text) => ({ text, detail: definition.label }))
  }
}

/** The first ID of the day in the template's shape; its number is for the author to raise. */
function documentIdValues({ template, today }: FeatureContext): readonly Value[] {
  const text = template.documentId && firstDocumentId(template.documentId, today)
  return text === undefined ? [] : [{ text, detail: 'a new document ID' }]
}

function valueItem(
  place: Place,
  field: Field,
  value: Value,
  index: number,
  texts: readonly string[],
): CompletionItem {
  const { text } = place.context.spec
  const start = Math.min(place.offset, field.valueSpan.start)
  // Where there is no value yet, blanks behind the cursor stay: two of them are a line break.
  const isEmpty = field.valueSpan.start === field.valueSpan.end
  const end = isEmpty ? place.offset : Math.max(place.offset, field.valueSpan.end)
  const glued = field.form !== 'table' && /[:：*_]/.test(text.charAt(start - 1))
  return {
    label: value.text,
    kind: CompletionItemKind.EnumMember,
    detail: value.detail,
    sortText: sortKey(index),
    // Clients that filter by what is typed would close the list at the blank behind the colon.
    filterText: (glued ? ' ' : '') + filterFor(value.text, typedIn(place, field), texts),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(place, start, end), newText: `${glued ? ' ' : ''}${value.text}` },
  }
}
