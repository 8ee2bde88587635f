import type { Section } from '../../model/spec-document'
import { normaliseHeading } from '../../template/headings'
import type { SectionDefinition, Template } from '../../template/template'
import { editDistance } from '../../text/edit-distance'
import type { Recall, Rule, RuleContext, RuleFinding } from '../rule'

export const nearMissHeading: Rule = {
  name: 'structure/near-miss-heading',
  summary: 'A heading almost has the name of a section of the template.',
  reason: 'Its content is then not counted, completed or checked as that section.',
  bad: `### Aceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  good: `### Acceptance Criteria
- [ ] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
`,
  severity: ['info', 'info', 'info'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Gives the heading the name that the template has.',
  *check({ spec, template, recall }: RuleContext): Iterable<RuleFinding> {
    const present = new Set(spec.sections.flatMap(({ definition }) => definition ?? []))
    const names = namesOf(template, present, recall)
    for (const section of spec.sections) {
      if (section.definition !== undefined) continue
      const meant = nearestTo(recall(normaliseHeading, section.title), names)
      if (meant === undefined) continue
      const span = titleSpan(spec.text, section)
      yield {
        span: section.heading,
        message: `Did you mean “${meant.title}”? “${section.title}” is no section of the template`,
        fixes:
          span === undefined
            ? []
            : [{ title: `Rename to “${meant.title}”`, edits: () => [{ span, text: meant.title }] }],
      }
    }
  },
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
    if (name.length < SHORTEST || Math.abs(name.length - wanted.length) > most) return false
    if (own === words && name.includes(' ')) return true
    return editDistance(wanted, name) <= most
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
