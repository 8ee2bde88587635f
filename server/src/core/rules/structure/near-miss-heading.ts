import type { Rule, RuleContext, RuleFinding } from '../rule'
import { missingSections } from '../support/missing-sections'
import { type NearMiss, nearMisses } from '../support/near-misses'

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
  reach: 'nothing',
  fix: 'Gives the heading the name that the template has.',
  *check(context: RuleContext): Iterable<RuleFinding> {
    const told = toldOfAsMissing(context)
    for (const miss of context.once(nearMisses)) {
      if (told.has(miss)) continue
      const { section, meant, rename } = miss
      yield {
        span: section.heading,
        message: `Did you mean “${meant.title}”? “${section.title}” is no section of the template`,
        fixes: rename === undefined ? [] : [rename],
      }
    }
  },
}

/** Headings of sections that must be there: that these are missing is said at the heading, with the same fix. */
function toldOfAsMissing({ spec, settings, once }: RuleContext): ReadonlySet<NearMiss | undefined> {
  if (settings.severity('structure/missing-section', spec.status.stage) === 'off') return new Set()
  return new Set(once(missingSections).map(({ written }) => written))
}
