import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'

export const vagueQuantity: Rule = {
  name: 'requirement/vague-quantity',
  summary: 'A requirement leaves open how many (some, several, most, about …).',
  reason: 'One reader takes several for three and another for thirty; a test needs the number.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST remind a member several days before a loan is due.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST remind a member three days before a loan is due.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word } of wordsInRequirements(context, findQuantities)) {
      yield { span, message: `“${word}” leaves open how many: give a number, a range, or say which` }
    }
  },
}

const findQuantities = wordFinder('quantity', isMeant)

const NUMBER =
  /^\s+(?:\d|one\b|two\b|three\b|four\b|five\b|six\b|ten\b|half\b|a\s+(?:dozen|hundred|thousand|third|quarter)\b)/i

/** A clause that says which things are meant, or why, demands nothing: “a member who has several loans”. */
const BESIDES =
  /\([^()]*$|[—–]\s[^—–]*$|\b(?:that|which|who|whose|where|when|if|so\s+that|because)\b(?![^,;:]*\b(?:must|shall|should|will)\b)[^,;:.]*$/i

function isMeant({ before, word, after }: Said): boolean {
  if (BESIDES.test(before)) return false
  switch (word.toLowerCase()) {
    case 'about':
      // Else it tells a subject: “information about the loan”.
      return NUMBER.test(after)
    case 'most':
      return /^\s+(?:of\b|[a-z]{3,20}s\b)/i.test(after) && !/\b(?:at|the)\s+$/i.test(before)
    case 'many':
      return !/\b(?:as|how|so|too|that)\s+$/i.test(before) && !/^\s*-/.test(after)
    case 'some':
      return !/\b(?:for|in|at)\s+$/i.test(before) && /^\s+[a-z]/i.test(after)
    case 'nearly':
    case 'almost':
    case 'approximately':
      // “approximately 500 (± 5 %)” says how nearly.
      return !/[±]|\bwithin\b|\btolerance\b/i.test(after) || !MEASURE.test(after)
    default:
      return true
  }
}
