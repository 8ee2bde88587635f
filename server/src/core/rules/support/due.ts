import type { Section, Status } from '../../model/spec-document'
import type { Lifecycle, SectionDefinition } from '../../template/template'

/** Whether a document of this status must have the section filled in: before its `from` status it may stay as it is. */
export function isDue(definition: SectionDefinition, status: Status, lifecycle: Lifecycle): boolean {
  const from = dueFrom(definition)
  if (from === undefined) return true
  const wanted = placeOf(from, lifecycle)
  const reached = status.value === undefined ? 0 : placeOf(status.value, lifecycle)
  return wanted < 0 || reached >= wanted
}

/** The same for a section of a document, judged by the nearest section that the template knows. */
export function isSectionDue(section: Section | undefined, status: Status, lifecycle: Lifecycle): boolean {
  for (let at = section; at !== undefined; at = at.parent) {
    if (at.definition !== undefined) return isDue(at.definition, status, lifecycle)
  }
  return true
}

function dueFrom(definition: SectionDefinition): string | undefined {
  for (let at: SectionDefinition | undefined = definition; at !== undefined; at = at.parent) {
    if (at.from !== undefined) return at.from
  }
  return undefined
}

function placeOf(value: string, lifecycle: Lifecycle): number {
  return lifecycle.values.findIndex((known) => known.toLowerCase() === value.toLowerCase())
}
