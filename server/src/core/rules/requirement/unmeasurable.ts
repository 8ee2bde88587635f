import type { Entry } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { hasPlaceholder } from '../support/places'
import { isUnlistedScript } from '../support/prose'
import { isJudgedRequirement } from '../support/requirement-text'
import { isNotApplicable } from '../support/wording'

export const unmeasurable: Rule = {
  name: 'requirement/unmeasurable',
  summary: 'A requirement on performance or reliability has no number with its unit.',
  reason: 'Without a figure nobody can say whether it is fast or reliable enough, and no test can.',
  bad: `### Non-Functional Requirements
- **Performance**: The ledger MUST open before the member loses patience.
`,
  good: `### Non-Functional Requirements
- **Performance**: The ledger MUST open within 2 seconds for 95 % of the members.
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: true,
  whenClosed: false,
  reach: 'entry',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (!isJudgedRequirement(entry) || !isOnQuality(entry)) continue
      if (isMeasured(entry) || isNotApplicable(entry.text) || isUnlistedScript(entry.text)) continue
      if (isNotApplicable(entry.text.replace(LABEL, '')) || hasPlaceholder(spec, entry.span)) continue
      yield {
        span: entry.id?.span ?? entry.textSpan,
        message: `${entry.id?.text ?? 'This requirement'} cannot be measured: give a number and its unit`,
      }
    }
  },
}

const LABEL = /^(?:performance|latency|throughput|response times?|availability|uptime|load)\s*[:–—-]\s*/i
/** Said of the system, before the keyword: what else a text tells of latency may be a subject of the product. */
const QUALITY =
  /^[^.]{0,60}\b(?:response times?|latency|throughput|uptime|load times?|(?:service|system) availability)\b[^.]{0,60}\b(?:must|shall|should)\b/i
/** What is only shown, stored or told of is no demand on it: “show the latency in the log”. */
const SUBJECT =
  /\b(?:measure|record|report|show|display|log|track|monitor|collect|expose|emit|export|store|list|include|check|change|toggle|filter)\w*\b/i

function isOnQuality({ text }: Entry): boolean {
  return LABEL.test(text) || (QUALITY.test(text) && !SUBJECT.test(text))
}

/** A figure anywhere in it, code included, or elsewhere as it says; “none”, “every” and “unchanged” can be tested as well. */
function isMeasured({ text, passages }: Entry): boolean {
  return (
    MEASURE.test(text) ||
    /\b(?:as|is)\s+(?:agreed|defined|described|specified|stated)\s+in\b/i.test(text) ||
    /\d|\b(?:no|none|never|every|all|zero|without|same|unchanged|O\()/i.test(text) ||
    passages.some(({ text: said }) => MEASURE.test(said))
  )
}
