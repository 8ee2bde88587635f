import type { SpecDocument, Status } from '../model/spec-document'
import type { Edit } from '../rules/rule'
import type { Lifecycle, Span } from '../template/template'
import { lastUpdatedEdit } from './last-updated'

/**
 * What sets the status, and Last Updated with it; ascending and apart. `[]` where there is no status.
 *
 * @param to a value of the template's lifecycle
 * @param today ISO date
 */
export function moveEdits(spec: SpecDocument, to: string, today: string): readonly Edit[] {
  const { status, recognition, text } = spec
  const span = statusSpan(status, text, recognition.template.lifecycle)
  if (span === undefined) return []
  const moved = { span, text: inCaseOf(text.slice(span.start, span.end), to) }
  const updated = lastUpdatedEdit(spec, today)
  if (updated === undefined) return [moved]
  return updated.span.start < span.start ? [updated, moved] : [moved, updated]
}

/** The words that name the status: an emoji before them and a note behind them stay. */
function statusSpan(
  { field, placeholder, value }: Status,
  text: string,
  lifecycle: Lifecycle,
): Span | undefined {
  if (field === undefined) return undefined
  const { start, end } = field.valueSpan
  if (placeholder || value === undefined) return { start, end }
  const written = text.slice(start, end)
  const lead = /^[^\p{L}]*/u.exec(written)?.[0].length ?? 0
  const words = written.slice(lead).toLowerCase().replaceAll('-', ' ')
  const names = [value.toLowerCase(), ...lifecycle.synonyms.keys()].map((name) => name.replaceAll('-', ' '))
  const named = names.filter((name) => words.startsWith(name))
  // Written in some other way, with markup between the words: all of it gives way.
  if (named.length === 0) return { start, end }
  return { start: start + lead, end: start + lead + Math.max(...named.map(({ length }) => length)) }
}

/** `review` after `draft`, `REVIEW` after `DRAFT`. */
function inCaseOf(written: string, to: string): string {
  if (!/\p{L}/u.test(written) || /[|/,]/.test(written)) return to
  if (written === written.toLowerCase()) return to.toLowerCase()
  return written.length > 1 && written === written.toUpperCase() ? to.toUpperCase() : to
}
