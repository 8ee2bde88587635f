import { idOf } from './item-lead'
import type { TemplateItem } from './items'
import type { ItemKind, ItemShape, Role } from './template'

/**
 * The kinds of a template: a role from the front matter, a shape from the items of the body that have the prefix.
 *
 * @param roles by prefix, as the front matter gives them
 * @param homeOf title of the section around an offset of the body, `''` where there is none
 */
export function kindsOf(
  roles: ReadonlyMap<string, Role>,
  items: readonly TemplateItem[],
  homeOf: (offset: number) => string,
): readonly ItemKind[] {
  return [...roles].map(([prefix, role]) => {
    const own = items.filter((item) => samePrefix(item.lead.prefix, prefix))
    const [first] = own
    if (first === undefined) return { prefix, role, shape: undefined }
    return { prefix, role, shape: shapeOf(first, own, homeOf(first.start)) }
  })
}

/** Whether two prefixes are one: case does not matter. */
export function samePrefix(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function shapeOf(first: TemplateItem, all: readonly TemplateItem[], home: string): ItemShape {
  const { lead, form, list, depth, checkbox, text, parts } = first
  const [level = '', below] = lead.number.split('.')
  const clauses = clausesOf(text)
  const variants = [...new Set(all.map((item) => item.text))]
  return {
    form,
    separator: lead.separator,
    width: below === undefined ? level.length : 1,
    levels: below === undefined ? 1 : 2,
    bracketed: lead.before.endsWith('['),
    bold: /(?:\*\*|__)\[?$/.test(lead.before),
    checkbox,
    list,
    depth,
    before: lead.before,
    after: lead.after,
    afterId: form === 'row' ? ' ' : lead.after.replace(/\]|\*\*|__/g, ''),
    sample: text,
    variants,
    clauses,
    alternatives: clauses.length === 0 ? [] : variants.flatMap(otherLead),
    parts,
    home,
  }
}

const PLACEHOLDER = /\[[^[\]\n]+\]/g
const CLAUSE = /^(?<comma>,?)\s*(?<words>\p{L}+(?: \p{L}+){0,2})\s*$/u

/**
 * The words of a text that is clauses and nothing else: each a placeholder with at most three words before it, parted
 * by commas, as in `Given [context], when [action], then [expected result]`. `[]` for any other text.
 */
function clausesOf(text: string): readonly string[] {
  const pieces = (text.split('\n')[0] ?? '').split(PLACEHOLDER)
  const rest = pieces.pop() ?? ''
  if (pieces.length < 2 || !/^[.\s]*$/.test(rest)) return []
  const clauses: string[] = []
  for (const [place, piece] of pieces.entries()) {
    const match = CLAUSE.exec(piece)?.groups
    if (match?.words === undefined || (match.comma === ',') !== place > 0) return []
    clauses.push(match.words.toLowerCase())
  }
  return clauses
}

/** `edge case` of a text that is no clauses: `Edge case: [description]`. */
function otherLead(text: string): readonly string[] {
  if (clausesOf(text).length > 0) return []
  const words = /^[^:[\n]+/.exec(text)?.[0].trim().toLowerCase() ?? ''
  return words === '' ? [] : [words]
}

/** An ID with a prefix that nobody gave a role: upper case, a hyphen and digits, as no other words are written. */
export function looksLikeId(item: TemplateItem): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+-(?:\d+|N+|X+)$/u.test(idOf(item.lead))
}
