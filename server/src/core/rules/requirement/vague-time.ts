import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'

export const vagueTime: Rule = {
  name: 'requirement/vague-time',
  summary: 'A requirement says when without a figure (soon, immediately, quickly, real-time …).',
  reason: 'A test needs a number to wait for; without one every delay can be defended.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST tell the next member in the queue as soon as possible.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST tell the next member in the queue within ten minutes of the return.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word } of wordsInRequirements(context, findTimes)) {
      yield {
        span,
        message: `“${word}” is no time that can be tested: give a figure, or the event that it follows`,
      }
    }
  },
}

const findTimes = wordFinder(({ patterns }) => patterns.time, isMeant)

/** Elsewhere it tells in which order steps follow: “return immediately if …”. */
const DEMAND = /\b(?:must|shall|should|will)\b/i
const EVENT = /^\s+(?:\(|(?:by|upon|after|when|whenever|on|once|before|following|if|as|at)\b)/i
const TRIGGERED = /\b(?:upon|after|when|whenever|once|if|as soon as)\b/i

/** With a figure in the sentence, or the event that it follows, a time is told; “eventually consistent” is a term. */
function isMeant({ sentence, before, word, after }: Said): boolean {
  if (MEASURE.test(sentence)) return false
  if (/^eventually$/i.test(word)) return !/^\s+consistent\b/i.test(after)
  if (/^(?:immediately|instantly|promptly)$/i.test(word)) {
    return DEMAND.test(before) && !EVENT.test(after) && !TRIGGERED.test(before)
  }
  if (/^in\s+real/i.test(word)) return !EVENT.test(after)
  if (/^soon$/i.test(word)) return !/\b(?:as|too|coming)\s+$/i.test(before)
  // As part of a name it tells a kind of thing: “the real-time view”.
  if (/^real-time$/i.test(word)) return !/^\s+[a-z]+/i.test(after)
  return true
}
