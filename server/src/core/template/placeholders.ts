import { type Body, proseOf, sourceOf } from './body'
import { choicesOf } from './choices'
import type { FieldDefinition, PlaceholderDefinition } from './template'

/** Text in brackets; masked prose holds no link, checkbox or code. */
const BRACKETED = /\[[^[\]]*[\p{L}\p{N}][^[\]]*\]/gu
/** `[REQ-001]`, `[1.2]`: an ID in brackets stays as it is. */
const ID = /^\[[\p{L}\p{N}]*[-_ .]?(?:\d+|N+|X+)(?:\.\d+)?\]$/u
const DELIMITED = /^(?:\[.+\]|<.+>|\{.+\})$/su

/**
 * The texts that an author must replace: everything in brackets that is no ID, a document ID's shape as one, cells that
 * list the values of their column, and what the front matter names. Longest first, so that the first match at a place
 * is the whole of it.
 */
export function placeholdersOf(
  body: Body,
  fields: readonly FieldDefinition[],
  named: readonly string[],
): readonly PlaceholderDefinition[] {
  const texts = new Map<string, boolean>()
  const shapes = fields.filter((field) => field.type === 'id').map((field) => field.placeholder)
  for (const shape of shapes) texts.set(shape, true)
  for (const placed of proseOf(body)) {
    const source = sourceOf(body, placed)
    for (const { index, 0: match } of placed.prose.text.matchAll(BRACKETED)) {
      const text = source.slice(index, index + match.length)
      if (!ID.test(text) && !isWithin(source, index, shapes)) texts.set(text, true)
    }
    if (placed.within === 'cell' && choicesOf(source).length > 0) texts.set(source.trim(), false)
  }
  for (const text of named) texts.set(text, DELIMITED.test(text))
  return [...texts]
    .map(([text, bracketed]) => ({ text, bracketed }))
    .toSorted((one, other) => other.text.length - one.text.length)
}

/** Whether a place of the source lies inside one of the texts. */
function isWithin(source: string, index: number, texts: readonly string[]): boolean {
  return texts.some((text) => {
    const start = source.lastIndexOf(text, index)
    return start >= 0 && index < start + text.length
  })
}
