import type { Span } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { inEarsOrder } from '../support/ears-order'
import { keywordsIn } from '../support/keywords'
import { isUnlistedScript } from '../support/prose'
import { isJudgedRequirement } from '../support/requirement-text'
import { QUOTED } from '../support/wording'

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
  reach: 'entry',
  fix: 'Puts the conditions in front of the response, in their order, with their commas.',
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
        message: `${entry.id?.text ?? 'This requirement'} ${problem}`,
        fixes: reordered(spec.text, textSpan),
      }
    }
  },
}

/** Nobody writes longer sentences, and a line of 5 MB must not cost its square. */
const LONGEST = 1000
const OPENING = /^\W*(where|while|during|when|upon|if)\b/i
const CLAUSE =
  /(?:^|,\s*(?:and\s+)?)(where|while|when|if|then)\b(?!\s+(?:(?:also|still)\s+)?[a-z]{2,20}ing\b)/gi
const ORDER = ['where', 'while', 'when', 'if', 'then']

/** What is wrong with the order of a requirement's clauses; `undefined` where nothing is. Pure. */
function problemOf(text: string): string | undefined {
  const told = text
    .slice(0, LONGEST)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/^[\s:–—-]+/, '')
  const sentence = /^[\s\S]*?(?=[.!?;:](?:\s|$)|$)/.exec(told)?.[0] ?? ''
  const opening = OPENING.exec(sentence)?.[1]
  if (opening === undefined) return isConditionLate(sentence) ? PROBLEMS.late : undefined
  if (!/[,–—]|\bthen\b/i.test(sentence)) return PROBLEMS.comma
  const ranks = [...sentence.matchAll(CLAUSE)].map(([, word = '']) => ORDER.indexOf(word.toLowerCase()))
  if (ranks.some((rank, at) => at > 0 && rank < (ranks[at - 1] ?? 0))) return PROBLEMS.order
  if (/^if$/i.test(opening) && !/\bthen\b/i.test(sentence)) return PROBLEMS.noThen
  return undefined
}

const PROBLEMS = {
  late: 'has its condition behind its response: begin with it, “When …, the system MUST …”',
  comma: 'has no comma behind its condition: write “When …, the system MUST …”',
  order: 'has its clauses out of order: write “Where …, while …, when …, the system MUST …”',
  noThen: 'has an If without its “, then”: write “If …, then the system MUST …”',
}

const DEMAND = /\b(?:must|shall|should|may|will)\b/i
const CONDITION = /\s(while|when|if)\s+/gi
/** “know when …”, “even if …”, “and when to use each”: a clause that is told of, or beside another. */
const BEFORE_OTHER =
  /\b(?:and|or|even|just|only|exactly|of|on|about|as|for|(?:check|control|decide|define|describe|detect|determine|document|explain|indicate|know|list|note|record|report|say|see|show|specify|state|tell|verif)(?:y|s|es|ies|ed)?)$/i
/** “if needed”, “when to use each”, “while keeping …”: no state of the system. */
const NO_STATE =
  /^(?:to|not|any|absent|applicable|appropriate|available|necessary|needed|possible|present|required|relevant|(?:(?:also|still)\s+)?[a-z]{2,20}ing)\b/i

/** “The system MUST x when y”; not what a clause beside the main one depends on. */
function isConditionLate(told: string): boolean {
  const sentence = /^[\s\S]*?(?=\s[–—]\s|$)/.exec(told)?.[0] ?? ''
  const demand = DEMAND.exec(sentence)
  if (demand === null) return false
  const from = demand.index + demand[0].length
  return [...sentence.matchAll(CONDITION)].some(({ index, 0: found }) => {
    const between = sentence.slice(from, index)
    if (index < from || /\b(?:that|which|who|whose|where|how|what|whether)\b|\([^()]*$/i.test(between))
      return false
    // What is told beside the response has a condition of its own: “…, including those that come while …”.
    if (/,\s+(?:[a-z]{2,20}\s+)?[a-z]{2,20}ing\b/i.test(between)) return false
    // “…, while others may …” is another side of it.
    if (/,$/.test(between) && /^\swhile/i.test(found)) return false
    return !BEFORE_OTHER.test(between) && !NO_STATE.test(sentence.slice(index + found.length))
  })
}

function reordered(text: string, span: Span): readonly Fix[] {
  const source = text.slice(span.start, span.end)
  const written = inEarsOrder(source)
  if (written === undefined || written === source) return []
  return [{ title: `Rewrite as “${shorten(written, QUOTED)}”`, edits: () => [{ span, text: written }] }]
}
