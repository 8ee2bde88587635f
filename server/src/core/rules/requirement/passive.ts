import type { Rule, RuleContext, RuleFinding } from '../rule'
import { withoutQuotations } from '../support/prose'
import { requirementPassages } from '../support/requirement-text'

export const passive: Rule = {
  name: 'requirement/passive',
  summary: 'A requirement is in the passive voice and does not say who acts.',
  reason: 'What nobody is named for is built by nobody, or twice.',
  bad: `### Functional Requirements
1. **[REQ-001]** A member's card MUST be validated.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The terminal MUST validate a member's card.
`,
  severity: ['off', 'off', 'off'],
  templateOnly: false,
  whenClosed: false,
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const { passage } of requirementPassages(spec)) {
      for (const { index, length } of recall(findPassives, passage.text)) {
        const start = passage.start + index
        const span = { start, end: start + length }
        const said = passage.text.slice(index, index + length).replace(/\s+/g, ' ')
        yield { span, message: `“${said}” does not say by whom: name who acts` }
      }
    }
  },
}

const IRREGULAR =
  'bound|brought|built|caught|chosen|cut|done|drawn|driven|found|given|held|hidden|kept|known|laid|left|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|sold|split|spent|stored|taken|thrown|told|understood|withdrawn|written'
const PASSIVE = new RegExp(
  `\\b(?:is|are|was|were|be|been|being)\\s+(?:not\\s+)?(?:[a-z]{2,20}ly\\s+)?(?:[a-z]{2,20}ed|${IRREGULAR})\\b`,
  'gi',
)

function findPassives(text: string): readonly { readonly index: number; readonly length: number }[] {
  const prose = withoutQuotations(text)
  return [...prose.matchAll(PASSIVE)]
    .filter(({ index, 0: found }) => !/^[^.;]{0,60}\bby\b/i.test(prose.slice(index + found.length)))
    .map(({ index, 0: found }) => ({ index, length: found.length }))
}
