import type { Item, ItemId, Reference, SpecDocument } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { sentenceAround } from '../support/prose'
import { enumerate } from '../support/wording'

export const unknown: Rule = {
  name: 'reference/unknown',
  summary: 'A text names an ID that nothing in its spec defines.',
  reason:
    'A link that leads nowhere is a typing mistake, or the trace of an item that was deleted without its mentions.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given an export, when it is done, then a link is mailed (REQ-022)
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.

### Acceptance Criteria
- [ ] **AC-1**: Given an export, when it is done, then a link is mailed (REQ-002)
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: false,
  whenClosed: true,
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    let families: ReadonlyMap<string, readonly Item[]> | undefined
    for (const reference of spec.references) {
      const { id } = reference
      if (reference.elsewhere || reference.implied || index.definitions(id.key).length > 0) continue
      families ??= byFamily(spec)
      const siblings = families.get(family(id))
      if (
        siblings === undefined ||
        siblings.some((item) => isSubItem(item.id, id)) ||
        isHistory(reference) ||
        isInCode(reference)
      )
        continue
      const near = enumerate(nearestTo(id, siblings), 'and', false)
      yield { span: id.span, message: `Nothing here defines ${id.text}; the nearest that exist are ${near}` }
    }
  },
}

function family(id: ItemId): string {
  return `${id.prefix} ${id.area}`
}

function byFamily(spec: SpecDocument): ReadonlyMap<string, readonly Item[]> {
  const families = new Map<string, Item[]>()
  for (const item of spec.items) {
    const known = families.get(family(item.id))
    if (known === undefined) families.set(family(item.id), [item])
    else known.push(item)
  }
  return families
}

/** REQ-004d may name a lettered part of REQ-004's own text, and REQ-004 stand for REQ-004a and REQ-004b. */
function isSubItem(known: ItemId, named: ItemId): boolean {
  return Number(known.number) === Number(named.number) && (known.suffix === '' || named.suffix === '')
}

/** A sentence that tells of an item's end names an ID that is rightly gone. */
function isHistory({ passage, id }: Reference): boolean {
  const sentence = sentenceAround(passage.text, id.span.start - passage.start)
  return /\b(?:removed|deleted|dropped|retired|withdrawn|superseded|replaced|renamed|renumbered|merged|formerly|previously|obsolete|deprecated|reserved|unused|skipped)\b/i.test(
    passage.text.slice(sentence.start, sentence.end),
  )
}

function isInCode({ passage, id }: Reference): boolean {
  const at = id.span.start - passage.start
  return passage.spans.some(
    (span) => span.type === 'code' && span.offset <= at && at < span.offset + span.length,
  )
}

function nearestTo(id: ItemId, siblings: readonly Item[]): readonly string[] {
  return [...new Map(siblings.map((item) => [item.id.key, item.id])).values()]
    .map((known) => ({ text: known.text, distance: distance(known.number, id.number) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ text }) => text)
}

/** Swapped or doubled digits are the likelier slip (REQ-022 for REQ-002), then comes the neighbouring number. */
function distance(known: string, named: string): number {
  const digits = (number: string) => [...new Set(number.replace(/^0+/, ''))].sort().join('')
  if (digits(known) === digits(named)) return 0.5
  const difference = Math.abs(Number(known) - Number(named))
  return Number.isNaN(difference) ? Number.MAX_VALUE : difference
}
