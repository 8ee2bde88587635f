import type { PlaceholderDefinition, Template } from '../template/template'
import { collapse } from '../text/blanks'
import { createIdGrammar, type IdGrammar } from './id-grammar'

/** What a template says, made ready for looking through text. Immutable. */
export interface Lexicon {
  readonly template: Template
  readonly grammar: IdGrammar
  /** Placeholders that count anywhere, longest first, by their first two characters. */
  readonly bracketed: ReadonlyMap<string, readonly PlaceholderDefinition[]>
  /** Placeholders that count as the whole text of an item or cell: collapsed text → definition. */
  readonly whole: ReadonlyMap<string, PlaceholderDefinition>
  /** Length of the longest of `whole`. */
  readonly longestWhole: number
  /** Texts of the template's own items and rows as `Entry.text` has them: an entry that says one of them is untouched. */
  readonly variants: ReadonlySet<string>
}

export function createLexicon(template: Template): Lexicon {
  const bracketed = new Map<string, PlaceholderDefinition[]>()
  const whole = new Map<string, PlaceholderDefinition>()
  for (const placeholder of [...template.placeholders].sort((a, b) => b.text.length - a.text.length)) {
    if (placeholder.text === '') continue
    if (placeholder.bracketed) {
      const key = placeholder.text.slice(0, 2)
      const sharing = bracketed.get(key)
      if (sharing) sharing.push(placeholder)
      else bracketed.set(key, [placeholder])
    } else whole.set(collapse(placeholder.text), placeholder)
  }
  const variants = template.kinds.flatMap(({ shape }) => shape?.variants ?? [])
  return {
    template,
    grammar: createIdGrammar(template.kinds),
    bracketed,
    whole,
    longestWhole: Math.max(0, ...[...whole.keys()].map((text) => text.length)),
    variants: new Set([...variants.map((text) => collapse(text.replace(/[*`]/g, ''))), ...rowsOf(template)]),
  }
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
