import type { PlaceholderDefinition, Template } from '../template/template'
import { collapse } from '../text/blanks'
import { documentIdOpening } from './document-id-opening'
import { createIdGrammar, type IdGrammar } from './id-grammar'

export interface BracketedPlaceholder {
  readonly text: string
  /** Offset of its first bracket: 5 in `SPEC-[NUMBER]`. */
  readonly bracket: number
}

/** What a template says, made ready for looking through text. Immutable. */
export interface Lexicon {
  readonly template: Template
  readonly grammar: IdGrammar
  /** See `documentIdOpening`. */
  readonly documentIdOpening: RegExp
  /** Placeholders that count anywhere, longest first, by their first bracket and the character behind it. */
  readonly bracketed: ReadonlyMap<string, readonly BracketedPlaceholder[]>
  /** Placeholders that count as the whole text of an item or cell: collapsed text → definition. */
  readonly whole: ReadonlyMap<string, PlaceholderDefinition>
  /** Length of the longest of `whole`. */
  readonly longestWhole: number
  /** Texts of the template's own items and rows as `Entry.text` has them: an entry that says one of them is untouched. */
  readonly variants: ReadonlySet<string>
}

export function createLexicon(template: Template): Lexicon {
  const bracketed = new Map<string, BracketedPlaceholder[]>()
  const whole = new Map<string, PlaceholderDefinition>()
  for (const placeholder of [...template.placeholders].sort((a, b) => b.text.length - a.text.length)) {
    const bracket = placeholder.bracketed ? placeholder.text.indexOf('[') : -1
    if (bracket < 0) {
      if (placeholder.text !== '') whole.set(collapse(placeholder.text), placeholder)
      continue
    }
    const key = placeholder.text.slice(bracket, bracket + 2)
    const sharing = bracketed.get(key)
    if (sharing) sharing.push({ text: placeholder.text, bracket })
    else bracketed.set(key, [{ text: placeholder.text, bracket }])
  }
  const variants = template.kinds.flatMap(({ shape }) => shape?.variants ?? [])
  return {
    template,
    grammar: createIdGrammar(template.kinds),
    documentIdOpening: documentIdOpening(template.documentId),
    bracketed,
    whole,
    longestWhole: Math.max(0, ...[...whole.keys()].map((text) => text.length)),
    variants: new Set([...variants.map(leadOf), ...rowsOf(template)]),
  }
}

/** The first line of an item text of the template, without markup. */
function leadOf(variant: string): string {
  return collapse((/^[^\r\n]*/.exec(variant)?.[0] ?? '').replace(/[*`]/g, ''))
}

function rowsOf({ sections }: Template): string[] {
  return sections.flatMap(({ table }) => {
    if (table === undefined) return []
    const cells = table.row.replace(/^\s*\||\|\s*$/g, '').split('|')
    return [
      cells
        .map(collapse)
        .filter((cell) => cell !== '')
        .join(CELL_JOINT),
    ]
  })
}

/** Stands between the cells of a row where its text is given as one. */
export const CELL_JOINT = ' | '
