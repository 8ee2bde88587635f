import type { Section, SpecDocument } from '../../model/spec-document'
import type { SectionDefinition, Template } from '../../template/template'

/**
 * Whether a document that is recognised as a spec of a template was written by it. A title that begins with
 * “Specification:”, an ID with a date in it and a heading such as “References” are found in specs of other schools as well;
 * where most of a document's chapters are not the template's, its author never promised the rest.
 *
 * True where the configuration says so, the document ID has the exact form, at least half of the required chapters are
 * there, or no more chapters are foreign than known.
 */
export function keepsTo(spec: SpecDocument, template: Template): boolean {
  if (spec.recognition.configured || template.documentId?.pattern.test(spec.documentId?.value ?? ''))
    return true
  const known = new Set<SectionDefinition>()
  for (const { definition } of spec.sections) if (definition?.depth === CHAPTER) known.add(definition)
  const required = template.sections.filter(
    ({ depth, required, from }) => depth === CHAPTER && required && from === undefined,
  )
  if (required.filter((definition) => known.has(definition)).length * 2 >= required.length) return true
  return known.size >= foreignChapters(spec.sections)
}

/** Level of a template's chapters: below the title. */
const CHAPTER = 2

function foreignChapters(sections: readonly Section[]): number {
  return sections.filter((section) => section.parent === undefined && !isKnown(section)).length
}

function isKnown(section: Section): boolean {
  return section.definition !== undefined || section.children.some(isKnown)
}
