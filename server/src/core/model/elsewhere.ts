import type { Prose, Span } from '../markdown/facts'
import { isAscii } from '../text/ascii'
import type { Lexicon } from './lexicon'

const SENTENCE_END = /[.!?](?=\s+["'“([]?[\p{Lu}\p{Lo}\uFFFC])|[。！？]|\n[ \t]*\n/gu

const MARKDOWN_FILE = /[\w)-]\.(?:mdx?|markdown)\b/i

/** What may be a document ID: words and numbers joined by hyphens. */
const JOINED = /(?<![\p{L}\p{N}-])[\p{L}\p{N}]{1,40}(?:-[\p{L}\p{N}]{1,40}){1,8}(?![\p{L}\p{N}-])/gu

/** The same in a text of ASCII: what is a letter need not be looked up. */
const JOINED_ASCII = /(?<![A-Za-z0-9-])[A-Za-z0-9]{1,40}(?:-[A-Za-z0-9]{1,40}){1,8}(?![A-Za-z0-9-])/g

/** `022 FR-004`, `022's FR-004`: the number of a spec directly before the ID. */
const SPEC_NUMBER_BEFORE = /(?:^|[\s(/])\d{3}(?:['’]s)?\s+\[?$/

/**
 * Tells for a place in a prose whether its sentence points to another document (by a link, the path of a Markdown file or
 * a document ID), so that an ID there may belong to that one. Each sentence is looked at once at most.
 *
 * @param text the prose's text in which IDs can be read
 */
export function sentencesElsewhere(prose: Prose, text: string, lexicon: Lexicon): (at: number) => boolean {
  const starts = [0]
  for (const match of text.matchAll(SENTENCE_END)) starts.push(match.index + match[0].length)
  const known = new Map<number, boolean>()
  let sentence = 0
  return (at) => {
    while ((starts[sentence + 1] ?? Number.POSITIVE_INFINITY) <= at) sentence++
    let points = known.get(sentence)
    if (points === undefined) {
      points = pointsAway(prose, text, lexicon, starts[sentence] ?? 0, starts[sentence + 1] ?? text.length)
      known.set(sentence, points)
    }
    return points || SPEC_NUMBER_BEFORE.test(text.slice(Math.max(0, at - 12), at))
  }
}

function pointsAway(prose: Prose, text: string, lexicon: Lexicon, start: number, end: number): boolean {
  const sentence = text.slice(start, end)
  if (namesDocument(sentence, lexicon)) return true
  return prose.spans.some(
    (span) => span.offset < end && span.offset + span.length > start && isAway(span, lexicon),
  )
}

function isAway({ type, value }: Span, lexicon: Lexicon): boolean {
  if (type === 'code') return namesDocument(value, lexicon)
  if (type !== 'link' || value === '' || value.startsWith('#')) return false
  return !/^[a-z][a-z0-9+.-]*:/i.test(value) || MARKDOWN_FILE.test(value)
}

function namesDocument(text: string, lexicon: Lexicon): boolean {
  return MARKDOWN_FILE.test(text) || hasDocumentId(text, lexicon)
}

/** An ID of an item is none of a document, however loosely the template's are shaped. */
function hasDocumentId(text: string, { template, grammar, documentIdOpening }: Lexicon): boolean {
  const { documentId } = template
  if (documentId === undefined || !documentIdOpening.test(text)) return false
  for (const [word] of text.matchAll(isAscii(text) ? JOINED_ASCII : JOINED)) {
    const isItem = grammar.kind(word.slice(0, word.indexOf('-'))) !== undefined
    if (!isItem && (documentId.pattern.test(word) || documentId.recognise.test(word))) return true
  }
  return false
}
