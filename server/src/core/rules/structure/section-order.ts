import type { Section, SpecDocument } from '../../model/spec-document'
import type { Template } from '../../template/template'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { moveBefore } from '../support/move'

export const sectionOrder: Rule = {
  name: 'structure/section-order',
  summary: 'Sections stand in another order than in the template.',
  reason: 'Whoever reads many specifications finds the answer by its place.',
  bad: `## How (Implementation Approach)
A job writes the file and mails a link.

## Why (Purpose & Context)
Accountants need the figures in their own tools.
`,
  good: `## Why (Purpose & Context)
Accountants need the figures in their own tools.

## How (Implementation Approach)
A job writes the file and mails a link.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: true,
  whenClosed: false,
  reach: 'nothing',
  fix: 'Moves the section, with all that stands under it, to its place.',
  *check({ spec, template }: RuleContext): Iterable<RuleFinding> {
    const lists = new Map<Section | undefined, Section[]>()
    for (const section of spec.sections) {
      if (section.definition === undefined) continue
      const list = lists.get(section.parent)
      if (list === undefined) lists.set(section.parent, [section])
      else list.push(section)
    }
    for (const list of lists.values()) yield* misplaced(spec, template, list)
  },
}

/** Of sections side by side, those that must move: as few as can be, all but a longest ascending row. */
function* misplaced(spec: SpecDocument, template: Template, list: readonly Section[]): Iterable<RuleFinding> {
  const known = list.filter(
    ({ definition }, at) => list.findIndex((one) => one.definition === definition) === at,
  )
  const place = ({ definition }: Section) =>
    definition === undefined ? -1 : template.sections.indexOf(definition)
  const kept = longestAscending(known.map(place))
  for (const section of known) {
    if (kept.has(place(section))) continue
    const before = known.find((other) => kept.has(place(other)) && place(other) > place(section))
    const after = known.findLast((other) => kept.has(place(other)) && place(other) < place(section))
    const target = before?.span.start ?? after?.span.end
    const where = before === undefined ? `after “${after?.title}”` : `before “${before.title}”`
    yield {
      span: section.heading,
      message: `“${section.title}” stands out of order: the template has it ${where}`,
      fixes:
        target === undefined
          ? []
          : [
              {
                title: `Move “${section.title}” ${where}`,
                edits: () => moveBefore(spec.text, section.span, target),
              },
            ],
    }
  }
}

/** The members of a longest strictly ascending subsequence. Patience sorting; @see Fredman 1975. */
function longestAscending(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const previous: number[] = []
  values.forEach((value, at) => {
    let pile = tails.findIndex((tail) => (values[tail] ?? 0) >= value)
    if (pile < 0) pile = tails.length
    previous[at] = pile === 0 ? -1 : (tails[pile - 1] ?? -1)
    tails[pile] = at
  })
  const members = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) members.add(values[at] ?? 0)
  return members
}
