import type { Section } from '../../model/spec-document'
import { normaliseHeading } from '../../template/headings'
import type { SectionDefinition, Template } from '../../template/template'
import { editDistance } from '../../text/edit-distance'
import type { Fix, Recall, RuleContext } from '../rule'

/** A heading that is none of the template, and the section that it almost names. */
export interface NearMiss {
  readonly section: Section
  readonly meant: SectionDefinition
  /** Gives it that name; `undefined` where its title is marked up. */
  readonly rename: Fix | undefined
}

/** Those of a document, in its order. For `Once`. */
export function nearMisses({ spec, template, recall }: RuleContext): readonly NearMiss[] {
  const present = new Set(spec.sections.flatMap(({ definition }) => definition ?? []))
  const names = namesOf(template, present, recall)
  return spec.sections.flatMap((section) => {
    if (section.definition !== undefined) return []
    const meant = nearestTo(recall(normaliseHeading, section.title), names)
    return meant === undefined ? [] : [{ section, meant, rename: renaming(spec.text, section, meant) }]
  })
}

function renaming(text: string, section: Section, { title }: SectionDefinition): Fix | undefined {
  const span = titleSpan(text, section)
  return span === undefined
    ? undefined
    : { title: `Rename to “${title}”`, edits: () => [{ span, text: title }] }
}

interface Name {
  readonly name: string
  readonly words: string
  readonly definition: SectionDefinition
}

/** Their own names: a synonym that is nearly met is a word of the author's. A section that is there was not meant. */
function namesOf(
  { sections }: Template,
  present: ReadonlySet<SectionDefinition>,
  recall: Recall,
): readonly Name[] {
  return sections
    .filter((definition) => !present.has(definition))
    .map((definition) => {
      const name = recall(normaliseHeading, definition.title)
      return { name, words: sortedWords(name), definition }
    })
}

/** Shorter names are near to too many words: “How”, “Why”. */
const SHORTEST = 6

function nearestTo(wanted: string, names: readonly Name[]): SectionDefinition | undefined {
  if (wanted.length < SHORTEST || wanted.length > 100) return undefined
  const words = sortedWords(wanted)
  return names.find(({ name, words: own }) => {
    const most = name.length > 12 ? 2 : 1
    if (name.length < SHORTEST) return false
    if (own === words && name.includes(' ')) return true
    return editDistance(wanted, name, most) <= most
  })?.definition
}

function sortedWords(name: string): string {
  return name.split(/\s+/).sort().join(' ')
}

/** The title as written, where it stands plain between the marks of an ATX heading. */
function titleSpan(text: string, { heading, title }: Section) {
  const source = text.slice(heading.start, heading.end)
  const at = source.indexOf(title)
  if (!source.startsWith('#') || at < 0 || title === '') return undefined
  const start = heading.start + at
  return { start, end: start + title.length }
}
