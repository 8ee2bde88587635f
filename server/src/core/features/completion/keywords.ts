import { type CompletionItem, CompletionItemKind, InsertTextFormat } from 'vscode-languageserver-types'
import { entryAt } from '../support/lookup'
import { KEYWORD_MEANINGS, NORMATIVE_KEYWORDS, normativeKeywords } from '../support/normative'
import { type Place, rangeOf, sortKey } from './place'

/** A subject is short; behind more words the verb has come and gone. */
const MOST_SUBJECT_WORDS = 6
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'each', 'every', 'all', 'any', 'this'])

/**
 * Normative keywords behind the subject of a requirement (`The system │`, `When it rains, the lamp sh│`), once: not
 * where the requirement has its keyword, and not behind a word that begins none.
 */
export function keywords(place: Place): readonly CompletionItem[] | undefined {
  const typed = typedKeyword(place)
  if (typed === undefined) return undefined
  const matching = NORMATIVE_KEYWORDS.filter((keyword) => keyword.startsWith(typed.toUpperCase()))
  const range = rangeOf(place, place.offset - typed.length, place.offset)
  return matching.map((keyword, index) => ({
    label: keyword,
    kind: CompletionItemKind.Keyword,
    detail: 'RFC 2119',
    documentation: KEYWORD_MEANINGS.get(keyword) ?? '',
    sortText: sortKey(index),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range, newText: keyword },
  }))
}

/** The beginning of a keyword before the cursor, maybe empty; `undefined` where no keyword belongs. */
function typedKeyword({ context, offset, line }: Place): string | undefined {
  const entry = entryAt(context.spec, offset) ?? entryAt(context.spec, offset - trailingBlanks(line.before))
  if (entry?.role !== 'requirement' || /^[\p{L}\p{N}]/u.test(line.after)) return undefined
  if (offset < entry.textSpan.start || offset - trailingBlanks(line.before) > entry.textSpan.end)
    return undefined
  if (entry.passages.some((passage) => normativeKeywords(passage.text).length > 0)) return undefined
  const from = Math.max(line.start, entry.textSpan.start)
  const clause =
    context.spec.text
      .slice(from, offset)
      .split(/[,;:.!?|]\s+/)
      .at(-1) ?? ''
  const typed = /[A-Za-z]*$/.exec(clause.slice(-20))?.[0] ?? ''
  const subject = clause.slice(0, clause.length - typed.length)
  if (typed === '' && (!/\s$/.test(subject) || line.after.trim() !== '')) return undefined
  return isSubject(subject) ? typed : undefined
}

function isSubject(text: string): boolean {
  const words = text.trim().split(/\s+/)
  const nouns = words.filter((word) => /\p{L}/u.test(word) && !ARTICLES.has(word.toLowerCase()))
  return nouns.length > 0 && words.length <= MOST_SUBJECT_WORDS && /\s$/.test(text)
}

function trailingBlanks(text: string): number {
  return text.length - text.trimEnd().length
}
