import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { wordsOf } from '../support/prose'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'

export const weakVerb: Rule = {
  name: 'requirement/weak-verb',
  summary: 'The verb of a requirement (support, handle, manage …) does not say what is to happen.',
  reason: 'Two people build two things from it, and both meet it.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST handle late returns.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST charge 20 cents for each day that a loan is late.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word, entry } of wordsInRequirements(context, findWeakVerbs)) {
      // What stands below the first lines takes them apart.
      const { lead, passages } = entry
      if (passages.length > 1 && span.start < lead.start + lead.text.length) continue
      yield {
        span,
        message: `“${word}” does not say what is to happen: name what the system does, and what can be seen of it`,
      }
    }
  },
}

const findWeakVerbs = wordFinder('weakVerbs', isMeant)

const AFTER_KEYWORD =
  /\b(?:must|shall|should|will)\s+(?:not\s+)?(?:also\s+)?(?:be\s+able\s+to\s+)?(?:[a-z]{2,20}ly\s+)?$/i
/** An object of more words tells what is meant. */
const MOST_WORDS = 6

/** “process refunds by bank transfer” tells how, “support search in titles” what for. */
const HOW = /\b(?:by|via|through|using|according\s+to|based\s+on|so\s+that)\b/i
const WHAT_FOR = /\b(?:at|between|during|for|from|in|on|per|when|while|with|within|without)\b/i

/** The main verb, with an object of a few plain words: no name, number, code or list that would say more. */
function isMeant({ sentence, before, word, after }: Said): boolean {
  if (!AFTER_KEYWORD.test(before) || MEASURE.test(sentence)) return false
  // “support searching by name” says what is done.
  if (/^\s+[a-z]{3,20}ing\b(?:,|\s+\w)/i.test(after)) return false
  if (HOW.test(after) || (/^support$/i.test(word) && WHAT_FOR.test(after))) return false
  if (/[\d:\uFFFC(]|\p{Lu}/u.test(after)) return false
  return wordsOf(after).length <= MOST_WORDS
}
