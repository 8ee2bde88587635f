import type { Rule, RuleContext, RuleFinding } from '../rule'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'

export const escapeClause: Rule = {
  name: 'requirement/escape-clause',
  summary: 'A requirement lets itself off (where possible, if necessary, as appropriate …).',
  reason: 'Whoever builds it decides whether it holds, so it binds nobody and cannot fail.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST keep the borrower's language in every letter, as far as possible.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST write every letter in the borrower's language, or in English where it has no translation.
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word } of wordsInRequirements(context, findClauses)) {
      yield { span, message: `“${word}” lets the requirement off: say under which condition it holds` }
    }
  },
}

const findClauses = wordFinder('escape', isMeant)

/** “as required by the standard”, “if necessary to …” name what decides; brackets hold a remark. */
function isMeant({ before, word, after }: Said): boolean {
  if (/\([^()]*$/.test(before)) return false
  if (/\b(?:required|necessary|needed|appropriate)$/i.test(word)) {
    return !/^\s+(?:by|in|to|for|per|under|according|from|when|so|based)\b/i.test(after)
  }
  return true
}
