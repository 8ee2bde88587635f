import type { SemanticTokens } from 'vscode-languageserver-types'
import type { Span } from '../template/template'
import type { FeatureContext } from './context'
import { clauseTokens, keywordTokens } from './semantic-tokens/clauses'
import { encodeTokens } from './semantic-tokens/encode'
import { idTokens } from './semantic-tokens/ids'
import type { Token } from './semantic-tokens/legend'
import { isTicked, tickedTexts, tickedTokens } from './semantic-tokens/ticked'
import { isSpec } from './support/lookup'

export { SEMANTIC_TOKENS_LEGEND } from './semantic-tokens/legend'

/**
 * Colours for what a grammar cannot know: IDs by role, normative keywords, clause words, the status, placeholders, what is
 * ticked. Encoded as the protocol says: five integers a token, positions relative to the token before.
 *
 * @param within gives only tokens that touch these lines
 */
export function semanticTokens(context: FeatureContext, within?: Span): SemanticTokens {
  const { spec } = context
  if (!isSpec(spec)) return { data: [] }
  const kept = [...placeholderTokens(context), ...statusTokens(context), ...idTokens(context)]
  kept.sort((a, b) => a.start - b.start)
  const ticked = tickedTexts(spec)
  const words = [...keywordTokens(context), ...clauseTokens(context)].filter(
    ({ start }) => !isTicked(ticked, start),
  )
  const tokens = [...kept, ...words, ...tickedTokens(ticked, kept)]
  return { data: encodeTokens(spec.text, within === undefined ? tokens : touching(tokens, within)) }
}

function touching(tokens: readonly Token[], within: Span): readonly Token[] {
  return tokens.filter(({ start, end }) => start < within.end && within.start < end)
}

function placeholderTokens(context: FeatureContext): Token[] {
  return context.spec.placeholders.map(({ span }) => ({
    start: span.start,
    end: span.end,
    type: 'comment',
    modifiers: [],
  }))
}

/** The status's own words; a date or a note after it stays plain. */
function statusTokens(context: FeatureContext): Token[] {
  const { status, text } = context.spec
  const span = status.field?.valueSpan
  if (span === undefined || status.placeholder || status.raw === '') return []
  const { lifecycle } = context.template
  const known = [...lifecycle.values, ...lifecycle.synonyms.keys(), ...lifecycle.closed]
  const raw = status.raw.toLowerCase()
  const words = known
    .filter((value) => raw.startsWith(value.toLowerCase()))
    .reduce((longest, value) => (value.length > longest.length ? value : longest), '')
  const at = words === '' ? -1 : text.slice(span.start, span.end).toLowerCase().indexOf(words.toLowerCase())
  if (at < 0) return []
  return [{ start: span.start + at, end: span.start + at + words.length, type: 'enumMember', modifiers: [] }]
}
