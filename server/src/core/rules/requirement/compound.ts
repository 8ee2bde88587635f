import type { SpecIndex } from '../../index/spec-index'
import type { Entry, SpecDocument } from '../../model/spec-document'
import { lineEnd, lineStart } from '../../text/lines'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { type Keyword, keywordsIn } from '../support/keywords'
import { listNumbersAfter } from '../support/list-numbers'
import { lineEndingOf } from '../support/move'
import { isJudgedRequirement } from '../support/requirement-text'

export const compound: Rule = {
  name: 'requirement/compound',
  summary: 'A requirement has two or more normative keywords.',
  reason: 'Two demands under one ID are tested, ticked and changed as if they were one.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV and MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['info', 'info', 'info'],
  templateOnly: false,
  whenClosed: false,
  reach: 'entry',
  fix: 'Splits it in two; the second gets the next free ID.',
  *check({ spec, index, recall }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (!isJudgedRequirement(entry) || entry.form === 'row' || entry.lead.quoted) continue
      const [first, second] = demands(recall(keywordsIn, entry.lead.text), entry)
      if (first === undefined || second === undefined) continue
      const start = entry.lead.start + second.start
      const fix = splitAt(spec, index, entry, first, second)
      yield {
        span: { start, end: entry.lead.start + second.end },
        message: `${entry.id?.text ?? 'This requirement'} demands more than one thing: give each its own ID`,
        fixes: fix === undefined ? [] : [fix],
      }
    }
  },
}

/** Keywords in capitals, each once: what must be and what must not, or otherwise must, are two sides of one demand. */
function demands(keywords: readonly Keyword[], { lead, textSpan }: Entry): readonly Keyword[] {
  const own = keywords.filter(
    ({ isUpperCase, start, word }) =>
      isUpperCase && lead.start + start >= textSpan.start && /^(?:must|shall|should|may)\b/i.test(word),
  )
  const isNegative = ({ word, end }: Keyword) =>
    /\bnot$/i.test(word) ||
    /^\s+(?:[a-z]+\s+)?(?:no|none|nothing|never)\b/i.test(lead.text.slice(end, end + 40))
  if (own.length === 2 && own.filter(isNegative).length === 1) return []
  if (own.length === 2 && /\botherwise\b/i.test(lead.text.slice(own[1]?.start))) return []
  // A remark in brackets explains; what follows a full stop is often what the first sentence means.
  const told = own.filter(({ start }) => !/\([^()]*$/.test(lead.text.slice(0, start)))
  return told.filter(
    ({ start }, at) => at === 0 || !/[.;:!?—–]\s/.test(lead.text.slice(told[0]?.start ?? 0, start)),
  )
}

/** “… MUST a and MUST b.” in a list item of one line, without anything nested. */
function splitAt(
  spec: SpecDocument,
  index: SpecIndex,
  entry: Entry,
  first: Keyword,
  second: Keyword,
): Fix | undefined {
  const { id, lead, form, span, textSpan } = entry
  const start = lead.start + second.start
  const source = spec.text.slice(textSpan.start, start)
  const joint = /,?\s+(?:and|but)\s+$/i.exec(source)?.[0]
  const line = { start: lineStart(spec.text, span.start), end: lineEnd(spec.text, span.start) }
  if (id === undefined || form !== 'listItem' || joint === undefined) return undefined
  if (span.end > line.end || entry.checkbox !== undefined) return undefined
  const subject = spec.text.slice(textSpan.start, lead.start + first.start)
  // With a condition before the subject, the second half would lose it or repeat it.
  if (/[,;:(]/.test(subject) || subject.trim() === '') return undefined
  const free = index.nextFree(id.prefix, id.area)
  return {
    title: `Split into ${id.text} and ${free}`,
    edits() {
      const opening = spec.text.slice(line.start, textSpan.start)
      const at = id.span.start - line.start
      const numbers = listNumbersAfter(spec, entry)
      const next = numbers.next(opening.slice(0, at)) + free + opening.slice(at + id.text.length)
      const rest = spec.text.slice(start, line.end)
      const span = { start: start - joint.length, end: line.end }
      return [{ span, text: `.${lineEndingOf(spec.text)}${next}${subject}${rest}` }, ...numbers.following]
    },
  }
}
