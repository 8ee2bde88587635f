import type { Passage } from '../../model/spec-document'
import type { FeatureContext } from '../context'
import { clausesOf } from '../support/clauses'
import { normativeKeywords } from '../support/normative'
import { NO_MODIFIERS, type Token } from './legend'

/** Normative keywords in prose; headings are titles, not demands. */
export function keywordTokens(context: FeatureContext): Token[] {
  const tokens: Token[] = []
  for (const passage of context.spec.passages) {
    if (passage.within === 'heading') continue
    for (const { offset, text } of normativeKeywords(passage.text)) {
      tokens.push(keywordToken(passage, offset, text))
    }
  }
  return tokens
}

/** Clause words (the template's: Given, When, Then) in the items of kinds that have clauses. */
export function clauseTokens(context: FeatureContext): Token[] {
  const clauses = clausesOf(context.template)
  return context.spec.entries
    .filter(clauses.has)
    .flatMap(({ passages }) => passages)
    .flatMap((passage) =>
      clauses.words(passage).map(({ offset, text }) => keywordToken(passage, offset, text)),
    )
}

function keywordToken(passage: Passage, offset: number, text: string): Token {
  const start = passage.start + offset
  return { start, end: start + text.length, type: 'keyword', modifiers: NO_MODIFIERS }
}
