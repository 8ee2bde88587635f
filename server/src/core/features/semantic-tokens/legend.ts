import type { SemanticTokensLegend } from 'vscode-languageserver-types'
import type { Role } from '../../template/template'

/**
 * Standard token types only, as every theme has colours for them and no setting is needed. What they stand for:
 *
 * | token | stands for | usual colour |
 * |---|---|---|
 * | `class` | requirement ID | of types |
 * | `function` | criterion ID | of functions |
 * | `method` | test ID | of functions |
 * | `property` | task ID | of variables |
 * | `type` | any other item's ID | of types |
 * | `keyword` | MUST, SHOULD …; Given, When, Then | of keywords |
 * | `enumMember` | the status | of constants |
 * | `comment` | a placeholder: not yet content; with `done` the text of a ticked item | of comments |
 *
 * Modifiers: `declaration` where an item is defined; `deprecated`, mostly shown struck through, for a retired item and for
 * a mention of nothing, which has `unresolved` too. `done` and `unresolved` are Specmark's own: an editor that does not know
 * them shows what stands beside them.
 */
const TYPES = ['class', 'function', 'method', 'property', 'type', 'keyword', 'enumMember', 'comment'] as const
const MODIFIERS = ['declaration', 'deprecated', 'done', 'unresolved'] as const

export type TokenType = (typeof TYPES)[number]
export type TokenModifier = (typeof MODIFIERS)[number]

export const SEMANTIC_TOKENS_LEGEND: SemanticTokensLegend = {
  tokenTypes: [...TYPES],
  tokenModifiers: [...MODIFIERS],
}

/** Of most tokens: thousands of empty lists are work for nothing. */
export const NO_MODIFIERS: readonly TokenModifier[] = []

/** A stretch of the document, in offsets, and what it is. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly type: TokenType
  readonly modifiers: readonly TokenModifier[]
}

export function typeIndex(type: TokenType): number {
  return TYPES.indexOf(type)
}

/** Bit set, as the protocol wants it. */
export function modifierBits(modifiers: readonly TokenModifier[]): number {
  let bits = 0
  for (const modifier of modifiers) bits |= 1 << MODIFIERS.indexOf(modifier)
  return bits
}

export function typeOfRole(role: Role | undefined): TokenType {
  switch (role) {
    case 'requirement':
      return 'class'
    case 'criterion':
      return 'function'
    case 'test':
      return 'method'
    case 'task':
      return 'property'
    default:
      return 'type'
  }
}
