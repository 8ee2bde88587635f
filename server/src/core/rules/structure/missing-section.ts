import type { Section, SpecDocument } from '../../model/spec-document'
import type { SectionDefinition, Span, Template } from '../../template/template'
import type { Edit, Rule, RuleContext, RuleFinding } from '../rule'
import { blanksIn } from '../support/blanks'
import { missingSections, presentSections } from '../support/missing-sections'
import { lineEndingOf, withLineEndings } from '../support/move'
import type { NearMiss } from '../support/near-misses'
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
    const present = presentSections(spec)
    for (const { definition, inside, written } of once(missingSections)) {
      // Inserted beside the heading that is meant for it, the section would be there twice.
      if (written !== undefined) yield misnamed(written)
      else {
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
