import type { Passage } from '../../model/spec-document'
import type { FeatureContext } from '../context'
import { normativeKeywords } from '../support/normative'
import type { Token } from './legend'

const LETTER = /[\p{L}\p{N}_]/u

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

/**
 * Clause words (the template's: Given, When, Then) in the items of kinds that have clauses. A word counts where a
 * clause can begin: at the start of a passage or line, after punctuation, or written with a capital.
 */
export function clauseTokens(context: FeatureContext): Token[] {
  const words = [...new Set(context.template.kinds.flatMap((kind) => kind.shape?.clauses ?? []))]
  if (words.length === 0) return []
  const pattern = new RegExp(
    words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'),
    'giu',
  )
  const roles = new Set(
    context.template.kinds.filter((kind) => (kind.shape?.clauses ?? []).length > 0).map((kind) => kind.role),
  )
  return context.spec.entries
    .filter((entry) => entry.role !== undefined && roles.has(entry.role))
    .flatMap((entry) => entry.passages)
    .flatMap((passage) => clauseWords(passage, pattern))
}

function clauseWords(passage: Passage, pattern: RegExp): Token[] {
  const tokens: Token[] = []
  for (const match of passage.text.matchAll(pattern)) {
    if (isWord(passage.text, match.index, match[0]) && beginsClause(passage.text, match.index, match[0])) {
      tokens.push(keywordToken(passage, match.index, match[0]))
    }
  }
  return tokens
}

function isWord(text: string, index: number, word: string): boolean {
  return !LETTER.test(text.charAt(index - 1)) && !LETTER.test(text.charAt(index + word.length))
}

function beginsClause(text: string, index: number, word: string): boolean {
  if (word.charAt(0) !== word.charAt(0).toLowerCase()) return true
  let before = index - 1
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\t')) before--
  return before < 0 || /[,;:.\r\n—–-]/.test(text.charAt(before))
}

function keywordToken(passage: Passage, offset: number, text: string): Token {
  const start = passage.start + offset
  return { start, end: start + text.length, type: 'keyword', modifiers: [] }
}
