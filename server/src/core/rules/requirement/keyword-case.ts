import type { Entry } from '../../model/spec-document'
import type { Recall, Rule, RuleContext, RuleFinding } from '../rule'
import { type Keyword, keywordsIn } from '../support/keywords'
import { isJudgedRequirement } from '../support/requirement-text'

export const keywordCase: Rule = {
  name: 'requirement/keyword-case',
  summary: 'A requirement has its keyword in lower case, where its siblings have theirs in capitals.',
  reason: 'By RFC 8174 only capitals bind; a reader cannot tell whether this “must” was meant as one.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
3. **[REQ-003]** The system must delete the export after 30 days.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
3. **[REQ-003]** The system MUST delete the export after 30 days.
`,
  severity: ['info', 'info', 'warning'],
  templateOnly: false,
  whenClosed: false,
  reach: ({ entries, entriesBefore }, { recall }) => {
    const isWrittenLarge = (entry: Entry | undefined) => entry !== undefined && hasCapitals(entry, recall)
    const isSure = (at: number) => isWrittenLarge(entries[at]) && isWrittenLarge(entriesBefore[at])
    return entries.some(({ role }, at) => role === 'requirement' && !isSure(at))
  },
  fix: 'Writes the keyword in capitals.',
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    const inLower: { readonly entry: Entry; readonly keyword: Keyword }[] = []
    let inCapitals = 0
    for (const entry of spec.entries) {
      if (!isJudgedRequirement(entry) || entry.id === undefined) continue
      if (hasCapitals(entry, recall)) inCapitals++
      else {
        const keyword = recall(keywordsIn, entry.lead.text).find(({ word }) => BINDING.test(word))
        if (keyword !== undefined && isDemand(entry.lead.text, keyword)) inLower.push({ entry, keyword })
      }
    }
    // Where most write it small, that is how this document is written.
    if (inCapitals < 2 || inCapitals <= inLower.length) return
    for (const { entry, keyword } of inLower) {
      const start = entry.lead.start + keyword.start
      const span = { start, end: entry.lead.start + keyword.end }
      const upper = keyword.word.toUpperCase()
      yield {
        span,
        message: `“${keyword.word}” binds nobody in lower case: write ${upper}, as the other requirements do`,
        fixes: [{ title: `Change “${keyword.word}” to ${upper}`, edits: () => [{ span, text: upper }] }],
      }
    }
  },
}

function hasCapitals({ passages }: Entry, recall: Recall): boolean {
  return passages.some(({ text }) => recall(keywordsIn, text).some(({ isUpperCase }) => isUpperCase))
}

/** `required`, `optional` and `recommended` are plain words in lower case. */
const BINDING = /^(?:must|shall|should|may)\b/i

/** Within the first clause, and not what “no … may” forbids or a name says. */
function isDemand(text: string, { start, word }: Keyword): boolean {
  const before = text.slice(0, start)
  if (/\b(?:no|none|nobody|nothing|neither|never)\b/i.test(before)) return false
  if (/\b(?:that|which|who|if|when|because|as)\b[^,;:]*$/i.test(before) && /^(?:may|should)/i.test(word))
    return false
  return /\p{L}[\s*_\]]*$/u.test(before) && !/[.!?]\s+\p{Lu}[^.!?]*[.!?]\s/u.test(before)
}
