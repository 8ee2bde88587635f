import type { Section, SpecDocument } from '../../model/spec-document'
import type { SectionDefinition, Span, Template } from '../../template/template'
import type { Edit, Rule, RuleContext, RuleFinding } from '../rule'
import { blanksIn } from '../support/blanks'
import { isDue } from '../support/due'
import { lineEndingOf, withLineEndings } from '../support/move'
import { type NearMiss, nearMisses } from '../support/near-misses'
import { head } from '../support/places'
import { enumerate } from '../support/wording'

export const missingSection: Rule = {
  name: 'structure/missing-section',
  summary: 'A required section of the template is absent.',
  reason:
    'Readers look for the same questions answered in the same places; a section that is not there reads as a question nobody asked.',
  bad: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001

## Why (Purpose & Context)
Accountants need the figures in their own tools.
`,
  good: `# Specification: Export

## Overview
**ID**: SPEC-2026-01-15-001

## Why (Purpose & Context)
Accountants need the figures in their own tools.

## What (Requirements & Acceptance Criteria)

### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.

### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry.

## How (Implementation Approach)
A job writes the file and mails a link.

## Testing Strategy
Export a ledger of each size and compare.

## Definition of Done
- [ ] Code reviewed and approved
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  reach: 'nothing',
  fix: 'Inserts it with its body, where the template has it; renames a heading that almost has its name.',
  *check({ spec, template, once }: RuleContext): Iterable<RuleFinding> {
    const present = new Map<SectionDefinition, Section>()
    for (const section of spec.sections) {
      if (section.definition !== undefined && !present.has(section.definition)) {
        present.set(section.definition, section)
      }
    }
    const missing = template.sections.filter(
      (definition) =>
        definition.required &&
        !present.has(definition) &&
        isDue(definition, spec.status, template.lifecycle) &&
        !isOnlyFieldsFound(definition, spec, template) &&
        !isHolderOfFound(definition, spec, template),
    )
    for (const definition of missing) {
      // Its parent is inserted with all that stands under it: one finding for one gap.
      if (hasAncestorIn(definition, missing)) continue
      // Inserted beside the heading that is meant for it, the section would be there twice.
      const written = once(nearMisses).find(({ meant }) => meant === definition)
      if (written !== undefined) {
        yield misnamed(written)
        continue
      }
      const inside = missing.filter((other) => other !== definition && hasAncestorIn(other, [definition]))
      yield {
        span: placeFor(definition, template.sections, present, spec),
        message: message(definition, inside),
        fixes: [
          {
            title: `Insert the section “${definition.title}”`,
            edits: () => [insertion(definition, template, present, spec)],
          },
        ],
      }
    }
  },
}

function misnamed({ section, meant, rename }: NearMiss): RuleFinding {
  return {
    span: section.heading,
    message: `The section “${meant.title}” is missing: “${section.title}” is almost its name, give it that`,
    fixes: rename === undefined ? [] : [rename],
  }
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

/** The heading after which the section belongs: the nearest before it in the template that the document has. */
function placeFor(
  definition: SectionDefinition,
  all: readonly SectionDefinition[],
  present: ReadonlyMap<SectionDefinition, Section>,
  spec: SpecDocument,
): Span {
  for (let place = all.indexOf(definition) - 1; place >= 0; place--) {
    const before = all[place]
    const section = before === undefined ? undefined : present.get(before)
    if (section !== undefined) return section.heading
  }
  return head(spec)
}

/** Before the next section of the template that the document has at that place, else at the end of the one before. */
function insertion(
  definition: SectionDefinition,
  template: Template,
  present: ReadonlyMap<SectionDefinition, Section>,
  spec: SpecDocument,
): Edit {
  const { sections, body } = template
  const { text } = spec
  const parent = definition.parent === undefined ? undefined : present.get(definition.parent)
  const siblings = sections.filter((one) => one.parent === definition.parent)
  const place = siblings.indexOf(definition)
  const after = siblings
    .slice(place + 1)
    .map((one) => present.get(one))
    .find((one) => one?.parent === parent)
  const at =
    after?.span.start ?? parent?.span.end ?? endOfBefore(siblings.slice(0, place), present) ?? text.length
  const eol = lineEndingOf(text)
  const depth = parent === undefined ? depthBeside(definition, siblings, present) : parent.depth + 1
  const source = body.slice(definition.span.start, definition.span.end).trimEnd()
  const written = depth === definition.depth ? source : source.replace(/^#+/, '#'.repeat(Math.min(6, depth)))
  const before =
    at === 0 || /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text.slice(0, at))
      ? ''
      : /[\r\n]$/.test(text.slice(0, at))
        ? eol
        : eol + eol
  const inserted = before + withLineEndings(written, text) + eol + (at < text.length ? eol : '')
  return { span: { start: at, end: at }, text: inserted, blanks: blanksIn(inserted, template) }
}

/** As deep as a section of the document that the template has beside it. */
function depthBeside(
  { depth, parent }: SectionDefinition,
  siblings: readonly SectionDefinition[],
  present: ReadonlyMap<SectionDefinition, Section>,
): number {
  if (parent === undefined) return depth
  return siblings.map((one) => present.get(one)).find((one) => one !== undefined)?.depth ?? depth
}

function endOfBefore(
  definitions: readonly SectionDefinition[],
  present: ReadonlyMap<SectionDefinition, Section>,
): number | undefined {
  return definitions.map((one) => present.get(one)).findLast((one) => one !== undefined)?.span.end
}

function message(definition: SectionDefinition, inside: readonly SectionDefinition[]): string {
  const [heading = '', ...under] = [definition, ...inside].map(
    ({ depth, title }) => `${'#'.repeat(depth)} ${title}`,
  )
  const missing = enumerate([definition, ...inside].map(({ title }) => title))
  const verb = inside.length === 0 ? `The section ${missing} is` : `The sections ${missing} are`
  const below = under.length === 0 ? '' : ` and, under it, ${enumerate(under)}`
  return `${verb} missing: add “${heading}”${below}; if it does not apply, write “N/A” and the reason`
}
