import type { Checkbox, SpecDocument } from '../../model/spec-document'
import { hash } from '../../text/hash'

/**
 * Stands for what a checkbox is and says, and which one it is of those that say the same. Who asks for a tick names the box that
 * they saw by it, as by then something else may stand at its place: one that has moved is found again, and none is where there
 * are more or fewer of its words than they saw.
 */
export type CheckboxMarks = (checkbox: Checkbox) => string

/** The marks of a spec's boxes, no two of them the same. */
export function checkboxMarks({ text, checkboxes }: SpecDocument): CheckboxMarks {
  const wordsOf = ({ textSpan }: Checkbox) => text.slice(textSpan.start, textSpan.end)
  const counts = new Map<string, number>()
  const places = new Map<Checkbox, number>()
  for (const checkbox of checkboxes) {
    const words = wordsOf(checkbox)
    const place = (counts.get(words) ?? 0) + 1
    counts.set(words, place)
    places.set(checkbox, place)
  }
  return (checkbox) => {
    const words = wordsOf(checkbox)
    // Counted without the state: a tick leaves the marks of the others as they were.
    const place = `${places.get(checkbox)}/${counts.get(words)}`
    return hash(`${checkbox.checked ? 'x' : ' '}${words}\0${place}`)
  }
}
