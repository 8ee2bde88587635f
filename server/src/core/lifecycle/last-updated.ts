import type { SpecDocument } from '../model/spec-document'
import type { Edit } from '../rules/rule'
import { leadingIsoDate } from '../rules/support/dates'

/** What brings Last Updated up to date; `undefined` where there is no such field, or nothing to be done. @param today ISO date */
export function lastUpdatedEdit({ fields }: SpecDocument, today: string): Edit | undefined {
  const field = fields.find(({ key, definition }) => key === 'last updated' && definition?.type === 'date')
  if (field === undefined) return undefined
  const date = leadingIsoDate(field.value)
  // A date in the future is a mistake for its rule to tell of, or comes from where it is tomorrow already.
  if (date !== undefined && date.text >= today) return undefined
  const { start, end } = field.valueSpan
  // What stands behind a date is a note: it stays.
  const length = date !== undefined && end - start === field.value.length ? date.text.length : end - start
  return { span: { start, end: start + length }, text: today }
}
