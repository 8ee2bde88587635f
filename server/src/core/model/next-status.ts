import type { Template } from '../template/template'
import type { SpecDocument } from './spec-document'

export type NextStatus =
  | { readonly to: string }
  /** A sentence. */
  | { readonly none: string }

/** The status after that of a spec in its template's lifecycle; the first one while none is chosen yet. */
export function nextStatus({ recognition, status }: SpecDocument): NextStatus {
  const { kind, template } = recognition
  if (kind !== 'spec') return { none: 'Only a specification of a template has a status that is next.' }
  if (status.field === undefined) return { none: 'There is no status here that could be moved on.' }
  if (status.closed) return { none: `The specification is closed: its status is “${status.raw}”.` }
  const next =
    status.placeholder || status.raw === '' ? template.lifecycle.values[0] : after(status.value, template)
  if (next !== undefined) return { to: next }
  return {
    none:
      status.value === undefined
        ? `“${status.raw}” is no status of the template: none is next.`
        : `${status.value} is the last status.`,
  }
}

function after(value: string | undefined, { lifecycle: { values } }: Template): string | undefined {
  const place = value === undefined ? -1 : values.indexOf(value)
  return place < 0 ? undefined : values[place + 1]
}
