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
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word, isMeasuredInCode } of wordsInRequirements(context, findTimes)) {
      if (isMeasuredInCode) continue
      yield {
        span,
        message: `“${word}” is no time that can be tested: give a figure, or the event that it follows`,
      }
    }
  },
}

const findTimes = wordFinder('time', isMeant)

/** Elsewhere it tells in which order steps follow: “return immediately if …”. */
const DEMAND = /\b(?:must|shall|should|will)\b/i
/** What it follows, comes before, stands beside or is instead of: “immediately, before anything is written”. */
const EVENT =
  /^,?\s+(?:\(|(?:by|upon|after|when|whenever|on|once|before|during|following|if|as|at|with\s+no|without|rather\s+than|instead\s+of|above|behind|below|beside|beneath|next\s+to|under)\b)/i
const TRIGGERED = /\b(?:upon|after|when|whenever|once|if|as\s+soon\s+as|each|every)\b/i
/** “Adding a payment MUST …”, “removal MUST …”: what is done first is the subject. */
const DEED =
  /^\W*(?:[A-Z]{2,12}-[\w.-]{1,30}\W+)?(?:[A-Z][a-z]{2,20}ing|(?:The\s+|An?\s+)?[a-z]{3,20}(?:al|ion|ment))\s[^,;:]{0,60}\b(?:must|shall|should|will)\b/i
/** A clause that tells what follows, which things are meant, or what they are good for. */
const BESIDES =
  /,\s+(?:so\b|[a-z]{2,20}ing\b)[^,;:]*$|\bto\s+(?:help|let|allow|enable)\b[^,;:]*$|\b(?:that|which|who|where|so\s+that)\b(?![^,;:]*\b(?:must|shall|should|will)\b)[^,;:.]*$/i

/** With a figure in the sentence, or the event that it follows, a time is told; “eventually consistent” is a term. */
function isMeant({ sentence, before, word, after }: Said): boolean {
  if (MEASURE.test(sentence) || BESIDES.test(before)) return false
  if (/^eventually$/i.test(word)) return !/^\s+consistent\b/i.test(after) && !TRIGGERED.test(after)
  if (/^(?:immediately|instantly|promptly)$/i.test(word)) {
    return DEMAND.test(before) && !EVENT.test(after) && !TRIGGERED.test(before + after) && !DEED.test(before)
  }
  if (/^in\s+real/i.test(word)) return !EVENT.test(after) && !TRIGGERED.test(before)
  if (/^soon$/i.test(word)) return !/\b(?:as|too|coming)\s+$/i.test(before)
  // As part of a name it tells a kind of thing: “the real-time view”.
  if (/^real-time$/i.test(word)) return !/^\s+[a-z]+/i.test(after)
  return true
}
