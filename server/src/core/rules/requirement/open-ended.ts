import type { Rule, RuleContext, RuleFinding } from '../rule'
import { type Said, wordFinder, wordsInRequirements } from '../support/word-hits'

export const openEnded: Rule = {
  name: 'requirement/open-ended',
  summary: 'A requirement leaves its list open (etc., and so on, such as, and/or …).',
  reason: 'What is not listed is built by guess, or not at all; no test can cover it.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV, PDF, etc.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV and as PDF.
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word } of wordsInRequirements(context, findOpenLists)) {
      yield { span, message: messageOf(word) }
    }
  },
}

const findOpenLists = wordFinder(({ patterns }) => patterns.openEnded, isMeant)

function messageOf(word: string): string {
  if (/^and\/or$/i.test(word)) return '“and/or” can be read in three ways: write “and”, “or”, or “…, or both”'
  return `“${word}” leaves the list open: name all that belongs to it, or say what decides`
}

/** Examples in brackets explain a term that stands before them: “any error (network, disk, etc.)”. */
function isMeant({ before, word }: Said): boolean {
  return /^and\/or$/i.test(word) || !/\([^()]*$/.test(before)
}
