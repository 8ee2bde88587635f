import type { Prose, Span } from '../markdown/facts'
import type { IdGrammar } from './id-grammar'

const SENTENCE_END = /[.!?](?=\s+["'“([]?[\p{Lu}\p{Lo}\uFFFC])|[。！？]|\n[ \t]*\n/gu

const DOCUMENT = /[\w)-]\.(?:mdx?|markdown|txt|adoc|rst|ya?ml|json|toml|docx?|pdf)\b|(?:^|[/\s])specs?\//i

/**
 * Words that name another spec: its ID, its number, its folder (`012-user-login`), or that there is one; and words that
 * say that something was moved or given up, and so need not be here any more.
 */
const OTHER_SPEC = new RegExp(
  [
    '\\bSPEC-[A-Z0-9]',
    '\\b(?:spec|feature|epic|story|RFC|ADR|PRD)s?\\s*[#-]?\\d',
    '(?<![\\w-])\\d{3}-[a-z][a-z0-9]*-[a-z]',
    '\\b(?:parent|sibling|other|another|upstream|previous|earlier|prior|predecessor|companion|separate|existing)\\s+' +
      '(?:spec|document|feature|story|epic|PRD)',
    '(?<![\\w\uFFFC-])(?!(?:this|the|our|a|an|new|each|one)\\s)[\\w\uFFFC-]+\\s+spec\\s+[[`]?[A-Z]',
    '\\b(?:moved|removed|dropped|deleted|retired|withdrawn|descoped|renumbered|superseded|merged?|folded|split off)\\b',
  ].join('|'),
  'i',
)

/** `022 FR-004`, `022's FR-004`: the number of a spec directly before the ID. */
const SPEC_NUMBER_BEFORE = /(?:^|[\s(/])\d{3}(?:['’]s)?\s+\[?$/

/**
 * Tells for a place in a prose whether its sentence names another spec or a document, so that an ID there may belong
 * to that one. Each sentence is looked at once at most.
 *
 * @param text the prose's text in which IDs can be read
 */
export function sentencesElsewhere(prose: Prose, text: string, grammar: IdGrammar): (at: number) => boolean {
  const starts = [0]
  for (const match of text.matchAll(SENTENCE_END)) starts.push(match.index + match[0].length)
  const known = new Map<number, boolean>()
  let sentence = 0
  return (at) => {
    while ((starts[sentence + 1] ?? Number.POSITIVE_INFINITY) <= at) sentence++
    let named = known.get(sentence)
    if (named === undefined) {
      const start = starts[sentence] ?? 0
      named = namesOther(prose, text, grammar, start, starts[sentence + 1] ?? text.length)
      known.set(sentence, named)
    }
    return named || SPEC_NUMBER_BEFORE.test(text.slice(Math.max(0, at - 12), at))
  }
}

function namesOther(prose: Prose, text: string, grammar: IdGrammar, start: number, end: number): boolean {
  const sentence = text.slice(start, end)
  if (OTHER_SPEC.test(sentence) || DOCUMENT.test(sentence) || namesDocumentId(sentence, grammar)) return true
  return prose.spans.some(
    (span) => span.offset < end && span.offset + span.length > start && pointsElsewhere(span),
  )
}

/** `TEA-LTM-013`: an ID of three parts whose prefix is none of an item. */
function namesDocumentId(sentence: string, grammar: IdGrammar): boolean {
  for (const [, prefix = ''] of sentence.matchAll(
    /(?<![\w-])([A-Z]{2,12})-[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d/g,
  )) {
    if (grammar.kind(prefix) === undefined) return true
  }
  return false
}

function pointsElsewhere({ type, value }: Span): boolean {
  if (type === 'code') return DOCUMENT.test(value) || OTHER_SPEC.test(value)
  if (type !== 'link' || value === '' || value.startsWith('#')) return false
  return !/^[a-z][a-z0-9+.-]*:/i.test(value) || DOCUMENT.test(value) || /spec/i.test(value)
}
