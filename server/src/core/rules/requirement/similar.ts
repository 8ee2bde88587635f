import type { Entry, Passage, SpecDocument } from '../../model/spec-document'
import { lazily } from '../../text/lazily'
import { countWhile } from '../../text/search'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isJudgedRequirement } from '../support/requirement-text'
import { QUOTED } from '../support/wording'

export const similar: Rule = {
  name: 'requirement/similar',
  summary: 'A requirement says nearly what another of the specification says.',
  reason: 'When one of the two is changed, they contradict each other.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST mail the member a link to the export of the ledger.
2. **[REQ-002]** The system MUST mail a link to the export of the ledger to the member.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST mail the member a link to the export of the ledger.
2. **[REQ-002]** The system MUST delete an export 30 days after it was made.
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  reach: ['requirement'],
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    const first = new Map<string, Entry>()
    const groupOf = groupsOf(spec)
    for (const entry of spec.entries) {
      if (!isJudgedRequirement(entry) || entry.id === undefined) continue
      // The same words may stand under the headings of two things; what a colon opens differs below it.
      if (/[:：]\s*$/.test(entry.text)) continue
      const content = recall(contentOf, entry.passages.length > 1 ? saidInAll(entry) : entry.text)
      const key = content && `${groupOf(entry.span.start)} ${content}`
      const same = key === undefined ? undefined : first.get(key)
      if (key !== undefined && same === undefined) first.set(key, entry)
      if (same?.id === undefined || same.id.key === entry.id.key) continue
      yield {
        span: entry.id.span,
        message: `${entry.id.text} says what ${same.id.text} says: keep one of them, or say what differs`,
        related: [{ span: same.id.span, message: shorten(same.text, QUOTED) }],
      }
    }
  },
}

/**
 * Tells in which group of its section a place is: a heading opens one, and so does a line in bold, or one that ends in a
 * colon, above a list. The same may be said of two things.
 */
function groupsOf(spec: SpecDocument): (offset: number) => number {
  const leads = lazily(() => new Set(spec.entries.map(({ lead }) => lead)))
  const starts: number[] = []
  for (const passage of spec.passages) {
    const { within, start } = passage
    const isLine = within === 'paragraph' && isTitle(passage) && !leads().has(passage)
    if (within === 'heading' || isLine) starts.push(start)
  }
  return (offset) => countWhile(starts.length, (place) => (starts[place] ?? 0) <= offset)
}

function isTitle({ text, spans }: Passage): boolean {
  const said = text.trim()
  if (/[:：]$/.test(said)) return true
  const bold = spans.find(({ type }) => type === 'strong')
  return bold !== undefined && bold.length >= said.length
}

/** Fewer words of content are too few to tell two demands apart. */
const LEAST_WORDS = 4

/** Words that a sentence has for its grammar, and the keywords; without them two sentences that say the same are alike. */
const GRAMMAR = new Set(
  'a an and any are as at be been by can do does each every for from has have how if in into is it its may must of on or shall should so such that the their them then there these they this those to was were when where which while who will with'.split(
    ' ',
  ),
)

/**
 * What a text says, whatever the order: its words of content, sorted. Two texts with the same are near duplicates; one
 * word more or less may be all that differs between two demands, so that nothing looser is compared. Pure, and as fast
 * as a lookup, whatever the number of requirements.
 */
function contentOf(text: string): string | undefined {
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}.%-]*/gu) ?? []
  const content = words
    .map((word) => singular(word.replace(/[.-]+$/, '')))
    .filter((word) => !GRAMMAR.has(word))
  const negated = /\bnot\b|n’t|n't/i.test(text) ? 'not' : ''
  const told = [...new Set(content)].sort()
  return told.length < LEAST_WORDS ? undefined : `${negated} ${told.join(' ')}`
}

/** What is said below the first lines is part of it. */
function saidInAll({ text, lead, passages }: Entry): string {
  return [text, ...passages.filter((passage) => passage !== lead).map((passage) => passage.text)].join('\n')
}

/** “a renewal” and “renewals”: as near as two words come without being told apart by what they mean. */
function singular(word: string): string {
  return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
}
