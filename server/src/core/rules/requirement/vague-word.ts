import type { Passage } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { MEASURE } from '../support/measure'
import { sentenceAround, withoutQuotations, wordsOf } from '../support/prose'
import { alternatives } from '../words/alternatives'
import { languages } from '../words/index'

interface Hit {
  readonly start: number
  readonly end: number
  readonly word: string
  /** The sentence it stands in. */
  readonly from: number
  readonly to: number
}

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
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    const seen = new Set<number>()
    for (const entry of spec.entries) {
      if (entry.role !== 'requirement' || entry.untouched || entry.retired) continue
      for (const passage of entry.passages) {
        if (passage.quoted) continue
        for (const hit of recall(findVagueWords, passage.text)) {
          const start = passage.start + hit.start
          // A nested requirement is an entry of its own, and its text stands in the outer one's passages as well.
          if (seen.has(start) || isMeasuredInCode(passage, hit)) continue
          seen.add(start)
          yield {
            span: { start, end: passage.start + hit.end },
            message: `“${hit.word}” cannot be tested: give a number and a unit, say what is observed, or delete the word if nothing is lost`,
          }
        }
      }
    }
  },
}

const NONE: readonly Hit[] = []

const VAGUE = new RegExp(`(?<![\\w-])(?:${alternatives((words) => words.vague)})(?![\\w-])`, 'gi')
const EXACT = new RegExp(`(?<![\\w-])(?:${alternatives((words) => words.exact)})(?![\\w-])`, 'gi')

/** The vague words of a masked text that stand in a sentence without a measure. Pure. */
function findVagueWords(text: string): readonly Hit[] {
  const prose = withoutQuotations(text).replace(EXACT, (phrase) => ' '.repeat(phrase.length))
  const hits: Hit[] = []
  if (isForeign(prose)) return NONE
  for (const match of prose.matchAll(VAGUE)) {
    const word = match[0]
    const sentence = sentenceAround(prose, match.index)
    if (isName(prose, match.index, word, sentence.start)) continue
    const said = {
      sentence: prose.slice(sentence.start, sentence.end),
      before: prose.slice(sentence.start, match.index),
      word,
      after: prose.slice(match.index + word.length, sentence.end),
    }
    if (isExact(said) || isBesidesThePoint(said)) continue
    hits.push({
      start: match.index,
      end: match.index + word.length,
      word,
      from: sentence.start,
      to: sentence.end,
    })
  }
  return hits.length === 0 ? NONE : hits
}

interface Said {
  readonly sentence: string
  readonly before: string
  readonly word: string
  readonly after: string
}

/**
 * Measured, or told otherwise: by brackets behind the word, by what it prevents, by a list that the sentence opens, by
 * what it is chosen after. A user story says what somebody wants; its criteria say how that is judged.
 */
function isExact({ sentence, word, after }: Said): boolean {
  if (MEASURE.test(sentence) || /\bI want\b/.test(sentence) || /:\s*$/.test(sentence)) return true
  if (/^(?:\s+[\w-]+){0,4}\s+\((?![A-Z]{2,}-)/.test(after)) return true
  if (/^(?:\s+[\w-]+){1,3}\s+(?:preventing|(?:that|which)\s+prevents?|so\s+that|to\s+prevent)\b/.test(after))
    return true
  return (
    /^(?:appropriate|proper|suitable|sufficient|adequate|reasonable)/i.test(word) &&
    /\b(?:based\s+on|according\s+to|depending\s+on|defined|specified|listed)\b/i.test(sentence)
  )
}

/**
 * Not what is demanded: a remark in brackets on what is, one side of a “fast vs thorough”, or the purpose that the
 * sentence ends with (“…, enabling efficient debugging”).
 */
function isBesidesThePoint({ sentence, before, after }: Said): boolean {
  const remark = /\([^()]*$/.exec(before)?.[0]
  if (remark !== undefined && /^[^()]*\)/.test(after) && !/\b(?:must|shall|should)\b/i.test(remark))
    return true
  if (/\b(?:vs|versus)\b/i.test(sentence)) return true
  return /,\s+(?:enabling|allowing|to\s+(?:help|allow|enable))\b[^,;:]*$/i.test(before)
}

const COMMON: ReadonlySet<string> = new Set(languages.flatMap((words) => words.common))

/** A text of another language may have words that look the same: `appropriate` is Italian as well. */
function isForeign(text: string): boolean {
  const words = wordsOf(text)
  return words.length > 5 && !words.some((word) => COMMON.has(word))
}

/** “the Quick Actions menu”, “Simple Mode”: capitals within a sentence name a thing. */
function isName(text: string, start: number, word: string, sentenceStart: number): boolean {
  if (!/^[A-Z]/.test(word)) return false
  const after = /^\s+([A-Z])/.test(text.slice(start + word.length, start + word.length + 3))
  return after || /[\p{L}\d,]\s+$/u.test(text.slice(sentenceStart, start))
}

/** The figure may stand in code, which the text leaves out: “fast (`< 200 ms`)”. */
function isMeasuredInCode(passage: Passage, hit: Hit): boolean {
  return passage.spans.some(
    (span) =>
      span.type === 'code' &&
      span.offset >= hit.from &&
      span.offset < hit.to &&
      /\d/.test(span.value) &&
      MEASURE.test(span.value),
  )
}
