import type { ItemKind, Role, Template } from './template'

/**
 * TextMate scopes of IDs by role: those that VS Code gives the semantic token types of the same IDs, so that a definition
 * keeps its colour once the server has answered.
 */
const SCOPES: Readonly<Partial<Record<Role, string>>> = {
  requirement: 'entity.name.type.class',
  criterion: 'entity.name.function',
  test: 'entity.name.function.member',
  task: 'variable.other.property',
}
const OTHER_SCOPE = 'entity.name.type'
const SUFFIX = 'specmark'

export const DEFINITION_GRAMMAR_SCOPE = 'markdown.specmark.definition'

/** Where an item opens, for look-behinds: bounded, since the regular expression engine goes back over all of it. */
const BULLET = '^[ \\t]{0,16}(?:[-*+]|\\d{1,4}[.)])[ \\t]{1,4}'
const BOX = '\\[[ xX]\\][ \\t]{1,4}'
const LIST = `${BULLET}(?:${BOX})?`
const HEADING = '^ {0,3}#{1,6}[ \\t]{1,4}'
const ROW = '^[ \\t]{0,3}\\|[ \\t]{0,40}'
const BOLD = '(?:\\*\\*|__)'

/** What follows the ID of a list item: the end of the bold, a colon or a dash. Else the item only speaks of the ID. */
const LIST_END = `(?=:?${BOLD}|[ \\t]?[:—–]|[ \\t]-[ \\t])`
/** After a bracket a colon would make it a link definition. */
const BRACKETED_LIST_END = `(?=:?${BOLD}|[ \\t][:—–-][ \\t])`
const HEADING_END = '(?![(\\[]|-\\w)'
/** The grammar of Markdown hands over a cell without the bar that ends it. */
const ROW_END = `(?=${BOLD}?[ \\t]*(?:\\||$))`

interface Pattern {
  readonly match: string
  readonly name?: string
  readonly captures?: Readonly<Record<string, { readonly name: string }>>
}

/**
 * A TextMate grammar, to be injected into Markdown, that marks IDs where a template's kinds are defined, and nowhere else:
 * `**[REQ-001]**` or `REQ-001:` at the start of a list item, at the start of a heading, alone in a row's first cell.
 */
export function definitionGrammar(template: Template): object {
  const roles = [...new Set(template.kinds.map((kind) => kind.role))]
  return {
    scopeName: DEFINITION_GRAMMAR_SCOPE,
    injectionSelector:
      'L:text.html.markdown -markup.fenced_code -markup.raw -markup.inline.raw -comment -meta.embedded',
    patterns: roles.flatMap((role) => {
      const kinds = template.kinds.filter((kind) => kind.role === role)
      return patternsOf(kinds, `${SCOPES[role] ?? OTHER_SCOPE}.${SUFFIX}`)
    }),
  }
}

function patternsOf(kinds: readonly ItemKind[], name: string): readonly Pattern[] {
  const prefixes = [...new Set(kinds.flatMap(({ prefix }) => [prefix, prefix.toUpperCase()]))].join('|')
  const id = `(?:${prefixes})-(?:[A-Z][A-Z0-9]{0,15}-)?\\d{1,6}(?:[.-]\\d{1,6})?[a-z]?(?![A-Za-z0-9])`
  const ahead = `(?=(?:${prefixes})-)`
  const plain = [
    `(?<=${LIST}${BOLD}?)${id}${LIST_END}`,
    `(?<=${HEADING}${BOLD}?)${id}${HEADING_END}`,
    `(?<=${ROW}${BOLD}?)${id}${ROW_END}`,
  ]
  const bracketed = [
    `(?<=${LIST}${BOLD}?)\\[(${id})\\]${BRACKETED_LIST_END}`,
    `(?<=${HEADING}${BOLD}?)\\[(${id})\\]${HEADING_END}`,
    `(?<=${ROW}${BOLD}?)\\[(${id})\\]${ROW_END}`,
  ]
  const captures = Object.fromEntries(bracketed.map((_, place) => [place + 1, { name }]))
  return [
    { match: `${ahead}(?:${plain.join('|')})`, name },
    { match: `(?=\\[(?:${prefixes})-)(?:${bracketed.join('|')})`, captures },
    ...kinds.flatMap((kind) => wordPattern(kind, name)),
  ]
}

/**
 * Kinds whose prefix is a word of its own (`Task 1.1: …`): marked behind a checkbox only, as `Step 1: …` opens a list item
 * or heading of many a README.
 */
function wordPattern({ prefix, shape }: ItemKind, name: string): readonly Pattern[] {
  if (shape?.separator !== ' ') return []
  const id = `${prefix} \\d{1,4}(?:\\.\\d{1,4}){0,2}`
  return [{ match: `(?<=${BULLET}${BOX}${BOLD}?)${id}(?=:?${BOLD}|[ \\t]?[:—–]|[ \\t]-[ \\t])`, name }]
}

/** The grammar as a file (JSON, final newline included). */
export function definitionGrammarFile(template: Template): string {
  return `${JSON.stringify(definitionGrammar(template), undefined, 2)}\n`
}
