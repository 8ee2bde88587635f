import type { Span } from '../../markdown/facts'
import type { SpecDocument } from '../../model/spec-document'
import type { PlacedText } from './file-symbols'

/** No document ID is longer; what is longer is not looked at. */
const LONGEST = 80

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u

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
    eachNumberedWord(text, spans, (word, at) => note(word, start + at))
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Told of a word, and where it begins. */
type NoteWord = (word: string, at: number) => void

/**
 * Tells of the same in one prose, IDs of items too; of those of its code spans behind the others. Offsets count from its start.
 * By calls: of ten thousand files, iterators would be most of what is left to be cleaned up.
 */
export function eachNumberedWord(text: string, spans: readonly Span[], note: NoteWord): void {
  eachWordIn(text, note)
  for (const { type, value, offset, length } of spans) {
    if (type === 'code' && value.length <= LONGEST)
      noteOnly(value, offset + ((length - value.length) >> 1), note)
  }
}

/** Tells of the first word of a code span, where the span says nothing else. */
function noteOnly(value: string, offset: number, note: NoteWord): void {
  let isFirst = true
  eachWordIn(value, (word, at) => {
    // A mention may be qualified: `SPEC-2026-01-15-001#REQ-001`.
    if (isFirst && at === 0 && /^(?:#|$)/.test(value.slice(word.length))) note(word, offset)
    isFirst = false
  })
}

/** Looked for by what is rare, a hyphen before a digit: a pattern for the whole word would try at every letter. */
function eachWordIn(text: string, note: NoteWord): void {
  let end = 0
  for (let hyphen = text.indexOf('-'); hyphen >= 0; hyphen = text.indexOf('-', Math.max(hyphen + 1, end))) {
    if (!isDigit(text.charCodeAt(hyphen + 1))) continue
    let at = hyphen
    while (at > end && hyphen - at < LONGEST && isInside(text, at - 1)) at--
    end = hyphen + 2
    while (end < text.length && end - at < LONGEST && isInside(text, end)) end++
    let last = end
    while (text[last - 1] === '-') last--
    if (text[at] !== '-' && last - at < LONGEST) note(text.slice(at, last), at)
  }
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

/** Of a word: a letter, a digit, a hyphen. Most are ASCII, for which no pattern needs to be asked. */
function isInside(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return isDigit(code) || code === 45 || ((code | 32) - 97) >>> 0 < 26
  return LETTER_OR_DIGIT.test(text.charAt(at))
}
