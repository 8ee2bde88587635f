import type { Rule, RuleContext, RuleFinding } from '../rule'
import { keywordsIn } from '../support/keywords'
import { isUnlistedScript } from '../support/prose'
import { isJudgedRequirement } from '../support/requirement-text'

/** @see Mavin et al., “Easy Approach to Requirements Syntax (EARS)”, RE 2009: keyword, clause, system, response. */
export const ears: Rule = {
  name: 'requirement/ears',
  summary: 'A requirement follows none of the EARS patterns, or has their clauses out of order.',
  reason: 'Where, While, When or If, then the system and what it does: in this order nothing is forgotten.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST refuse a renewal when another member waits for the title.
`,
  good: `### Functional Requirements
1. **[REQ-001]** When another member waits for the title, the system MUST refuse a renewal.
`,
  severity: ['off', 'off', 'off'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Moves the condition to the front.',
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (!isJudgedRequirement(entry) || isUnlistedScript(entry.text) || entry.form === 'row') continue
      const { lead, textSpan } = entry
      const text = lead.text.slice(Math.max(0, textSpan.start - lead.start))
      const problem = recall(problemOf, text)
      const keyword = recall(keywordsIn, text)[0]
      if (problem === undefined || keyword === undefined) continue
      yield {
        span: entry.id?.span ?? textSpan,
        message: `${entry.id?.text ?? 'This requirement'} ${problem}: write “When …, the system MUST …”, with “Where …”, “While …” or “If …, then …” before it as needed`,
        fixes: moved(spec.text, textSpan),
      }
    }
  },
}

const OPENING = /^\W*(where|while|during|when|upon|if)\b/i
const CLAUSE = /(?:^|,\s*(?:and\s+)?)(where|while|when|if|then)\b/gi
const ORDER = ['where', 'while', 'when', 'if', 'then']

/** What is wrong with the order of a requirement's clauses; `undefined` where nothing is. Pure. */
function problemOf(text: string): string | undefined {
  const sentence = /^[^.!?]*/.exec(text.trimStart())?.[0] ?? ''
  const opening = OPENING.exec(sentence)?.[1]
  if (opening === undefined) {
    return /\s(?:where|while|when|if)\s+(?!needed|necessary)/i.test(sentence)
      ? 'has its condition behind its response'
      : undefined
  }
  if (!sentence.includes(',')) return 'has no comma behind its condition'
  const ranks = [...sentence.matchAll(CLAUSE)].map(([, word = '']) => ORDER.indexOf(word.toLowerCase()))
  if (ranks.some((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0))) return 'has its clauses out of order'
  if (/^if$/i.test(opening) && !/,\s*then\b/i.test(sentence)) return 'has an If without its “, then”'
  return undefined
}

/** “The system MUST x when y.” becomes “When y, the system MUST x.”, where the sentence has nothing else. */
function moved(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  const sentence = text.slice(start, end)
  const parts = /^(The [^,.:;()*`]{1,200}?) (where|while|when) ([^,.:;()*`]{1,200})(\.?)$/.exec(sentence)
  if (parts === null) return []
  const [, response = '', word = '', condition = '', stop = ''] = parts
  const opening = word.slice(0, 1).toUpperCase() + word.slice(1)
  const rewritten = `${opening} ${condition}, the ${response.slice('The '.length)}${stop}`
  return [{ title: `Begin with “${opening} …,”`, edits: () => [{ span: { start, end }, text: rewritten }] }]
}
