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
  reach: 'entry',
  *check({ once, recall }: RuleContext): Iterable<RuleFinding> {
    for (const { entry, passage } of once(requirementPassages)) {
      // The ID and what sets it off are no words of the sentence.
      const from = passage === entry.lead ? Math.max(0, entry.textSpan.start - passage.start) : 0
      const text = passage.text.slice(from)
      for (const { index, length } of recall(findPassives, text)) {
        const start = passage.start + from + index
        const said = text.slice(index, index + length).replace(/\s+/g, ' ')
        yield {
          span: { start, end: start + length },
          message: `“${said}” does not say by whom: name who acts`,
        }
      }
    }
  },
}

const IRREGULAR =
  'bound|brought|built|caught|chosen|cut|done|drawn|driven|found|given|held|hidden|kept|laid|left|lost|made|met|paid|put|read|run|said|seen|sent|set|shown|shut|sold|split|spent|taken|thrown|told|withdrawn|written'
const ADVERBS = '(?:(?:also|always|never|not|still|then|[a-z]{2,20}ly)\\s+)*'
const PARTICIPLE = `(?:[a-z]{2,20}ed|${IRREGULAR})\\b(?!-)`
/** What is demanded: in a condition, or a clause that says which things are meant, it does not matter who acts. */
const DEMANDED = new RegExp(`\\b(?:must|shall|should|may)\\s+${ADVERBS}be\\s+${ADVERBS}${PARTICIPLE}`, 'gi')
/** Where nothing is demanded in so many words, the first verb tells what happens: “the card is validated”. */
const TOLD = new RegExp(`^[^.;:,]{3,80}?\\b(?:is|are)\\s+${ADVERBS}${PARTICIPLE}`, 'i')
/** States, and what is allowed: nobody acts. */
const STATE =
  /\b(?:allowed|based|composed|concerned|dedicated|expected|interested|limited|located|needed|permitted|related|required|supported|supposed|used)$/i

function findPassives(text: string): readonly Passive[] {
  const prose = withoutQuotations(text)
  const demanded = [...prose.matchAll(DEMANDED)].map(({ index, 0: found }) => ({ index, found }))
  return (/\b(?:must|shall|should|may)\b/i.test(prose) ? demanded : told(prose))
    .filter(({ index, found }) => !STATE.test(found) && !hasAgent(prose.slice(index + found.length)))
    .map(({ index, found }) => {
      const verb = /\b(?:be|is|are)\s[\s\S]*$/i.exec(found)?.[0] ?? found
      return { index: index + found.length - verb.length, length: verb.length }
    })
}

interface Passive {
  readonly index: number
  readonly length: number
}

function told(prose: string): readonly { readonly index: number; readonly found: string }[] {
  const first = TOLD.exec(prose)
  if (first === null || SUBORDINATE.test(first[0])) return []
  return [{ index: first.index, found: first[0] }]
}

const SUBORDINATE = /\b(?:after|as|because|before|if|once|that|unless|until|when|where|which|while|who)\b/i

function hasAgent(after: string): boolean {
  return /^[^.;]{0,60}\bby\s+(?!default\b)/i.test(after)
}
