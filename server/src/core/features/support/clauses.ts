import type { Entry, Passage } from '../../model/spec-document'
import type { Template } from '../../template/template'
import type { FoundKeyword } from './normative'

const LETTER = /[\p{L}\p{N}_]/u

/** The clauses that a template gives kinds of items: Given, When, Then. */
export interface Clauses {
  /** Whether an entry is of a role whose items have clauses. */
  has(entry: Entry): boolean
  /** The words that begin clauses in a passage of such an entry, in order. */
  words(passage: Passage): readonly FoundKeyword[]
}

/**
 * A word counts where a clause can begin: at the start of a passage or line, after punctuation, or written with a capital.
 */
export function clausesOf({ kinds }: Template): Clauses {
  const withClauses = kinds.filter((kind) => (kind.shape?.clauses ?? []).length > 0)
  const words = [...new Set(withClauses.flatMap((kind) => kind.shape?.clauses ?? []))]
  if (words.length === 0) return { has: () => false, words: () => [] }
  const roles = new Set(withClauses.map(({ role }) => role))
  const source = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|')
  return {
    has: ({ role }) => role !== undefined && roles.has(role),
    words: ({ text }) =>
      Array.from(text.matchAll(new RegExp(source, 'giu')), ({ index, 0: word }) => ({
        offset: index,
        text: word,
      })).filter(({ offset, text: word }) => isWord(text, offset, word) && beginsClause(text, offset, word)),
  }
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
