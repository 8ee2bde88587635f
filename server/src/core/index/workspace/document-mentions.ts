import type { SpecDocument } from '../../model/spec-document'
import type { PlacedText } from './file-symbols'

/** No document ID is longer; what is longer is not looked at. */
const LONGEST = 80

const INSIDE = /[\p{L}\p{N}-]/u

/**
 * Words of a spec that may be document IDs: letters and digits joined by hyphens, with a number behind one of them. IDs of
 * items are none. Outside code; a code span counts that says nothing else.
 */
export function documentMentions({ passages, recognition, documentId }: SpecDocument): readonly PlacedText[] {
  const own = documentId?.valueSpan
  const prefixes = new Set(recognition.template.kinds.map(({ prefix }) => prefix.toUpperCase()))
  const found: PlacedText[] = []
  const note = (text: string, start: number) => {
    const isItem = prefixes.has(text.slice(0, text.indexOf('-')).toUpperCase())
    const isOwn = own !== undefined && own.start <= start && start < own.end
    if (!isItem && !isOwn) found.push({ text, start, end: start + text.length })
  }
  for (const { text, start, spans } of passages) {
    for (const { word, at } of numberedWords(text)) note(word, start + at)
    for (const { type, value, offset, length } of spans) {
      if (type !== 'code' || value.length > LONGEST) continue
      const [only] = numberedWords(value)
      // A mention may be qualified: `SPEC-2026-01-15-001#REQ-001`.
      if (only === undefined || only.at !== 0 || !/^(?:#|$)/.test(value.slice(only.word.length))) continue
      note(only.word, start + offset + ((length - value.length) >> 1))
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Looked for by what is rare, a hyphen before a digit: a pattern for the whole word would try at every letter. */
function* numberedWords(text: string): Iterable<{ readonly word: string; readonly at: number }> {
  let end = 0
  for (const { index } of text.matchAll(/-\d/g)) {
    if (index < end) continue
    let at = index
    while (at > end && index - at < LONGEST && INSIDE.test(text.charAt(at - 1))) at--
    end = index + 2
    while (end < text.length && end - at < LONGEST && INSIDE.test(text.charAt(end))) end++
    const word = text.slice(at, end).replace(/-+$/, '')
    if (/^[\p{L}\p{N}]/u.test(word) && word.length < LONGEST) yield { word, at }
  }
}
