import type { Section, SpecDocument } from '../../model/spec-document'
import type { SectionDefinition, Template } from '../../template/template'
import type { RuleContext } from '../rule'
import { isDue } from './due'
import { type NearMiss, nearMisses } from './near-misses'

/** A required section of the template that a document lacks. */
export interface MissingSection {
  readonly definition: SectionDefinition
  /** Those of its subsections that are required too. */
  readonly inside: readonly SectionDefinition[]
  /** The heading that almost has its name. */
  readonly written: NearMiss | undefined
}

/** Those that are due, in the template's order; of one that holds others only itself: one gap. For `Once`. */
export function missingSections({ spec, template, once }: RuleContext): readonly MissingSection[] {
  const present = presentSections(spec)
  const missing = template.sections.filter(
    (definition) =>
      definition.required &&
      !present.has(definition) &&
      isDue(definition, spec.status, template.lifecycle) &&
      !isOnlyFieldsFound(definition, spec, template) &&
      !isHolderOfFound(definition, spec, template),
  )
  return missing
    .filter((definition) => !hasAncestorIn(definition, missing))
    .map((definition) => ({
      definition,
      inside: missing.filter((other) => other !== definition && hasAncestorIn(other, [definition])),
      written: once(nearMisses).find(({ meant }) => meant === definition),
    }))
}

/** The first of each section of the template that a document has. */
export function presentSections({ sections }: SpecDocument): ReadonlyMap<SectionDefinition, Section> {
  const present = new Map<SectionDefinition, Section>()
  for (const section of sections) {
    if (section.definition !== undefined && !present.has(section.definition)) {
      present.set(section.definition, section)
    }
  }
  return present
}

/** A section that the template fills with fields alone is there where they are, with or without its heading. */
function isOnlyFieldsFound(
  { span }: SectionDefinition,
  spec: SpecDocument,
  { body, fields }: Template,
): boolean {
  const [, ...lines] = body.slice(span.start, span.end).trim().split(/\r?\n/)
  const written = lines.map((line) => line.trim()).filter((line) => line !== '')
  const own = fields.filter(({ line }) => written.includes(line.trim()))
  if (written.length === 0 || own.length < written.length) return false
  return spec.fields.some(({ definition }) => definition !== undefined && own.includes(definition))
}

/**
 * A section that only holds others (`What`) is there where one of them has moved up into its place: `## Functional
 * Requirements`. One under another section of the template has lost its heading instead.
 */
function isHolderOfFound(
  { span, children, parent }: SectionDefinition,
  { sections }: SpecDocument,
  { body }: Template,
): boolean {
  const [, ...lines] = body.slice(span.start, children[0]?.span.start ?? span.end).split(/\r?\n/)
  if (children.length === 0 || lines.some((line) => line.trim() !== '')) return false
  return sections.some(
    (section) =>
      section.definition !== undefined &&
      children.includes(section.definition) &&
      around(section.parent)?.definition === parent,
  )
}

function around(section: Section | undefined): Section | undefined {
  let at = section
  while (at !== undefined && at.definition === undefined) at = at.parent
  return at
}

function hasAncestorIn(definition: SectionDefinition, set: readonly SectionDefinition[]): boolean {
  for (let at = definition.parent; at !== undefined; at = at.parent) if (set.includes(at)) return true
  return false
}
