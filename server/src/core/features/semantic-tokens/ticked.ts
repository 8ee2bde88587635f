import type { SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { lastStartingBefore } from '../../text/search'
import type { Token, TokenModifier } from './legend'

const DONE: readonly TokenModifier[] = ['done']

/** The texts of ticked items, IDs at their beginning left out, in document order. They never overlap. */
export function tickedTexts(spec: SpecDocument): readonly Span[] {
  const texts = new Map(spec.entries.map(({ checkbox, textSpan }) => [checkbox, textSpan]))
  return spec.checkboxes
    .filter(({ checked }) => checked)
    .map((checkbox) => texts.get(checkbox) ?? checkbox.textSpan)
}

/**
 * What is ticked is done, and steps back as a whole: its text is one token, broken only by those that keep their own look.
 *
 * @param kept sorted
 */
export function tickedTokens(texts: readonly Span[], kept: readonly Token[]): Token[] {
  const tokens: Token[] = []
  for (const { start, end } of texts) {
    let from = start
    for (let at = lastStartingBefore(kept, start, (token) => token.start); at < kept.length; at++) {
      const token = kept[at]
      if (token === undefined || token.end <= from) continue
      if (token.start >= end) break
      tokens.push(done(from, token.start))
      from = token.end
    }
    tokens.push(done(from, end))
  }
  return tokens.filter((token) => token.start < token.end)
}

/** Whether a place lies in one of the texts, which are sorted. */
export function isTicked(texts: readonly Span[], offset: number): boolean {
  const text = texts[lastStartingBefore(texts, offset, ({ start }) => start)]
  return text !== undefined && offset < text.end
}

function done(start: number, end: number): Token {
  return { start, end, type: 'comment', modifiers: DONE }
}
