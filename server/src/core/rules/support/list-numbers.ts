import type { Entry, SpecDocument } from '../../model/spec-document'
import { lineStart } from '../../text/lines'
import type { Edit } from '../rule'

/** The numbers of an ordered list, where one more item is put in behind one of its items. */
export interface ListNumbers {
  /** The opening of an item as it is for the new one: with the next number, or the same where all have that. */
  next(opening: string): string
  /** Edits that count on from the new one, as far as the list counts; ascending. */
  readonly following: readonly Edit[]
}

export function listNumbersAfter(spec: SpecDocument, entry: Entry): ListNumbers {
  const own = numberOf(spec, entry)
  const siblings = spec.entries.filter(
    (one) => one.form === 'listItem' && one.parent === entry.parent && one.section === entry.section,
  )
  const at = siblings.indexOf(entry)
  const numbers = siblings.map((one) => numberOf(spec, one))
  const isRepeated =
    own !== undefined && [at - 1, at + 1].some((place) => numbers[place]?.value === own.value)
  const following: Edit[] = []
  for (let place = at + 1; own !== undefined && !isRepeated; place++) {
    const number = numbers[place]
    if (number?.value !== own.value + place - at) break
    const { start, value } = number
    following.push({ span: { start, end: start + String(value).length }, text: String(value + 1) })
  }
  return {
    next: (opening) => (isRepeated ? opening : opening.replace(/\d{1,9}(?=[.)]\s)/, counted)),
    following,
  }
}

function counted(number: string): string {
  return String(Number(number) + 1)
}

/** The number in the marker of a list item, where it is written without zeros before it. */
function numberOf({ text }: SpecDocument, { span, lead }: Entry) {
  const line = lineStart(text, span.start)
  const marker = /^[ \t>]*(?=[1-9]\d{0,8}[.)]\s)/.exec(text.slice(line, lead.start))
  if (marker === null) return undefined
  const start = line + marker[0].length
  return { start, value: Number.parseInt(text.slice(start, start + 9), 10) }
}
