import type { Section } from '../../model/spec-document'
import type { SectionDefinition } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'

export const duplicateSection: Rule = {
  name: 'structure/duplicate-section',
  summary: 'A section of the template stands in the document twice.',
  reason: 'One of the two is read, the other is changed.',
  bad: `## Why (Purpose & Context)
Accountants need the figures in their own tools.

## Why
So that nobody types them twice.
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools, so that nobody types them twice.
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  reach: 'nothing',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    const first = new Map<SectionDefinition, Section>()
    for (const section of spec.sections) {
      if (section.definition === undefined) continue
      const other = first.get(section.definition)
      if (other === undefined) first.set(section.definition, section)
      // One within the other divides it further; below two sections of the author's own each has its part.
      else if (!isWithin(section, other) && sameFamily(section, other)) {
        yield {
          span: section.heading,
          message: `“${section.title}” is here a second time: join the two, or name what differs`,
          related: [{ span: other.heading, message: `The first “${other.title}”` }],
        }
      }
    }
  },
}

function isWithin(section: Section, other: Section): boolean {
  return other.span.start < section.span.start && section.span.end <= other.span.end
}

function sameFamily({ parent }: Section, other: Section): boolean {
  return (
    parent === other.parent ||
    (parent?.definition !== undefined && parent.definition === other.parent?.definition)
  )
}
