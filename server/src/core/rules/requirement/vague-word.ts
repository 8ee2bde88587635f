import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { wordsOf } from '../support/prose'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'
import type { Wording } from '../wording'

export const vagueWord: Rule = {
  name: 'requirement/vague-word',
  summary: 'A requirement promises a quality (fast, simple, robust …) without a measure.',
  reason: 'Two readers will disagree on whether it is met, and no test can decide between them.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger in a fast and intuitive way.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export 10,000 entries within 2 seconds, fast enough to wait for.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word, isMeasuredInCode } of wordsInRequirements(context, findVagueWords)) {
      if (isMeasuredInCode) continue
      yield {
        span,
        message: `“${word}” cannot be tested: give a number and a unit, say what is observed, or delete the word if nothing is lost`,
      }
    }
  },
}

const findVagueWords = wordFinder('vague', isMeant, ({ exact }) => exact)

function isMeant(said: Said, wording: Wording): boolean {
  return !isName(said) && !isExact(said) && !isBesidesThePoint(said) && !isForeign(said, wording)
}

/**
 * Measured, or told otherwise: by brackets behind the word, by what it prevents, by a list that the sentence opens, by
 * what it is chosen after. A user story says what somebody wants; its criteria say how that is judged.
 */
function isExact({ sentence, word, after }: Said): boolean {
  if (MEASURE.test(sentence) || /\bI want\b/.test(sentence) || /:\s*$/.test(sentence)) return true
  if (/^(?:\s+[\w-]+){0,4}\s+\((?![A-Z]{2,}-)/.test(after)) return true
  if (/^(?:\s+[\w-]+){1,3},?\s+(?:preventing|(?:that|which)\s+prevents?|so|to\s+prevent)\b/.test(after))
    return true
  return (
    ENOUGH.test(word) &&
    /\b(?:based\s+on|according\s+to|depending\s+on|defined|specified|listed)\b/i.test(sentence)
  )
}

/**
 * Not what is demanded: a remark in brackets on what is, one side of a “fast vs thorough”, or a purpose (“…, enabling
 * efficient debugging”, “for fast lookup”, “so that pages are easy to read”, “to efficiently list them”).
 */
function isBesidesThePoint({ sentence, before, word, after }: Said): boolean {
  const remark = /\([^()]*$/.exec(before)?.[0]
  if (remark !== undefined && /^[^()]*\)/.test(after) && !/\b(?:must|shall|should)\b/i.test(remark))
    return true
  if (/\b(?:vs|versus)\b/i.test(sentence)) return true
  if (PURPOSE.test(before)) return true
  if (/\bto\s+$/i.test(before)) return !ABILITY.test(before)
  return !ENOUGH.test(word) && /\bfor\s+(?:(?:a|an|more)\s+)?$/i.test(before)
}

const PURPOSE = /(?:,\s+(?:enabling|allowing)|\bto\s+(?:help|allow|enable)|\bso(?!-))\b[^,;:]*$/i
/** “be able to easily …” is what is demanded. */
const ABILITY = /\b(?:able|allow|enable|permit|let|help|want|need|have|has|be)(?:s|ed)?\b[^,;:]*\bto\s+$/i
/** Enough for what? “for a sufficient time” is no purpose. */
const ENOUGH =
  /^(?:appropriate|proper|suitable|suitably|sufficient|adequate|reasonable|reasonably|significant)/i

/** A text of another language may have words that look the same: `appropriate` is Italian as well. */
function isForeign({ text, word }: Said, { languages }: Wording): boolean {
  const owner = languages.find(({ vague }) => vague.includes(word.toLowerCase()))
  const words = wordsOf(text)
  return owner !== undefined && words.length > 5 && !words.some((one) => owner.common.includes(one))
}

/** “the Quick Actions menu”, “Simple Mode”: capitals within a sentence name a thing. */
function isName({ before, word, after }: Said): boolean {
  return /^[A-Z]/.test(word) && (/^\s+[A-Z]/.test(after) || /[\p{L}\d,]\s+$/u.test(before))
}
