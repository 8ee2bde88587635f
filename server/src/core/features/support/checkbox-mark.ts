import type { Checkbox, SpecDocument } from '../../model/spec-document'
import { hash } from '../../text/hash'

/**
 * Stands for what a checkbox is and says: two with the same state and words have the same. Who asks for a tick names the box that
 * they saw by it, as by then something else may stand at its place.
 */
export function checkboxMark({ text }: SpecDocument, { checked, textSpan }: Checkbox): string {
  return hash(`${checked ? 'x' : ' '}${text.slice(textSpan.start, textSpan.end)}`)
}
