import type { Role } from '../../template/template'
import type { FeatureContext } from '../context'
import type { Headed } from '../support/lookup'
import { escapeMarkdown } from '../support/markdown'
import { capitalise, countWords, LIFECYCLE_ORDER, PROGRESS_NAMES, plural } from '../support/words'

/** Checkboxes done under a heading, subsections included, by role; and how many items it holds. */
export function sectionMarkdown(context: FeatureContext, headed: Headed): string | undefined {
  const counts = countByRole(context, headed)
  const items = itemCounts(context, headed)
  if (counts.length === 0 && items === undefined) return undefined
  const lines = [`**${escapeMarkdown(headed.title)}**`]
  if (items !== undefined) lines.push(items)
  if (counts.length === 1) lines.push(`${countWords(total(counts))} done`)
  else if (counts.length > 1) {
    lines.push(`${countWords(total(counts))} done:`)
    lines.push(counts.map((count) => `- ${capitalise(count.name)}: ${countWords(count)}`).join('\n'))
  }
  return lines.join('\n\n')
}

interface NamedCount {
  readonly name: string
  readonly done: number
  readonly total: number
}

function countByRole(context: FeatureContext, headed: Headed): readonly NamedCount[] {
  const inside = context.spec.checkboxes.filter((checkbox) => isInside(headed, checkbox.mark.start))
  return [...LIFECYCLE_ORDER, undefined].flatMap((role) => {
    const all = inside.filter((checkbox) => checkbox.role === role)
    const done = all.filter((checkbox) => checkbox.checked).length
    return all.length === 0 ? [] : [{ name: nameOf(role), done, total: all.length }]
  })
}

function nameOf(role: Role | undefined): string {
  return role === undefined ? 'other checkboxes' : PROGRESS_NAMES[role]
}

function total(counts: readonly NamedCount[]): { readonly done: number; readonly total: number } {
  return {
    done: counts.reduce((sum, count) => sum + count.done, 0),
    total: counts.reduce((sum, count) => sum + count.total, 0),
  }
}

/** `3 requirements, 2 test cases`; `undefined` where no item is defined under the heading. */
function itemCounts(context: FeatureContext, headed: Headed): string | undefined {
  const inside = context.index.items.filter((item) => isInside(headed, item.span.start))
  const words = LIFECYCLE_ORDER.flatMap((role) => {
    const count = inside.filter((item) => item.role === role).length
    return count === 0 ? [] : [plural(count, role)]
  })
  return words.length === 0 ? undefined : capitalise(words.join(', '))
}

function isInside(headed: Headed, offset: number): boolean {
  return headed.span.start <= offset && offset < headed.span.end
}
