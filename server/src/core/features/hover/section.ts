import type { Section } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { FeatureContext } from '../context'
import { escapeMarkdown } from '../support/markdown'
import { capitalise, countWords, LIFECYCLE_ORDER, PROGRESS_NAMES, plural } from '../support/words'

/** Checkboxes done under a heading, subsections included, by role; and how many items it holds. */
export function sectionMarkdown(context: FeatureContext, section: Section): string | undefined {
  const counts = countByRole(context, section)
  const items = itemCounts(context, section)
  if (counts.length === 0 && items === undefined) return undefined
  const lines = [`**${escapeMarkdown(section.title)}**`]
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

function countByRole(context: FeatureContext, section: Section): readonly NamedCount[] {
  const inside = context.spec.checkboxes.filter((checkbox) => isInside(section, checkbox.mark.start))
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
function itemCounts(context: FeatureContext, section: Section): string | undefined {
  const inside = context.index.items.filter((item) => isInside(section, item.span.start))
  const words = LIFECYCLE_ORDER.flatMap((role) => {
    const count = inside.filter((item) => item.role === role).length
    return count === 0 ? [] : [plural(count, role)]
  })
  return words.length === 0 ? undefined : capitalise(words.join(', '))
}

function isInside(section: Section, offset: number): boolean {
  return section.span.start <= offset && offset < section.span.end
}
