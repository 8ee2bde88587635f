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
  reach: 'entry',
  *check(context: RuleContext): Iterable<RuleFinding> {
    for (const { span, word } of wordsInRequirements(context, findOpenLists)) {
      yield { span, message: messageOf(word) }
    }
  },
}

const findOpenLists = wordFinder('openEnded', isMeant)

function messageOf(word: string): string {
  if (/^and\/or$/i.test(word)) return '“and/or” can be read in three ways: write “and”, “or”, or “…, or both”'
  return `“${word}” leaves the list open: name all that belongs to it, or say what decides`
}

/** Examples in brackets explain a term that stands before them: “any error (network, disk, etc.)”. */
function isMeant({ before, word }: Said): boolean {
  if (/\([^()]*$/.test(before)) return false
  // Operators of a search are written so, and what is allowed may be done or not.
  if (/^and\/or$/i.test(word)) return word !== 'AND/OR' && !isOnlyAllowed(before)
  // “1, 2, etc.” goes on in one way only.
  if (/^etc$/i.test(word)) return !/(?:^|[:,])[^\p{L}\uFFFC]*\d[^\p{L}\uFFFC]*$/u.test(before)
  if (/^such\s+as$/i.test(word)) return isDemanded(before)
  return true
}

const KEYWORD = /\b(?:must|shall|should|will|may|can)\b/gi

function isOnlyAllowed(before: string): boolean {
  return /^(?:may|can)$/i.test([...before.matchAll(KEYWORD)].at(-1)?.[0] ?? '')
}

/** In the clause that demands, and not in one beside it: “…, leaving room for labels such as …”. */
function isDemanded(before: string): boolean {
  const clause = /[^;]*$/.exec(before)?.[0] ?? ''
  return /\b(?:must|shall|should|will)\b(?![\s\S]*,\s+[a-z]{2,20}ing\b)/i.test(clause)
}
