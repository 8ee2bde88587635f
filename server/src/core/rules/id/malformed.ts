import type { Item } from '../../model/spec-document'
import type { Rule, RuleContext, RuleFinding } from '../rule'

export const malformed: Rule = {
  name: 'id/malformed',
  summary: 'An item opens with a broken ID, or with fewer digits than its zero-padded siblings.',
  reason:
    'An ID that is not well-formed cannot be found, completed or linked to; REQ-7 beside REQ-008 sorts and searches badly.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ_002]** The system MUST mail a link to the export.
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
2. **[REQ-002]** The system MUST mail a link to the export.
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: false,
  whenClosed: true,
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      if (entry.malformed === undefined || entry.untouched) continue
      const { text, span, meant } = entry.malformed
      yield {
        span,
        message: `“${text}” is no well-formed ID: write ${meant ?? 'its prefix, a dash and a number'}`,
      }
    }
    yield* unpadded(spec.items)
  },
}

function* unpadded(items: readonly Item[]): Iterable<RuleFinding> {
  const families = new Map<string, Item[]>()
  for (const item of items) {
    const name = `${item.id.prefix} ${item.id.area}`
    const family = families.get(name)
    if (family === undefined) families.set(name, [item])
    else family.push(item)
  }
  for (const family of families.values()) {
    const width = paddedWidth(family)
    for (const { id } of family) {
      if (id.number.length >= width) continue
      const digits = id.number.padStart(width, '0')
      const at = id.text.lastIndexOf(id.number)
      const meant = id.text.slice(0, at) + digits + id.text.slice(at + id.number.length)
      yield { span: id.span, message: `${id.text} has fewer digits than its siblings: write ${meant}` }
    }
  }
}

/** Digits of the zero-padded numbers of a family where they are the most of those that padding would change; else 0. */
function paddedWidth(family: readonly Item[]): number {
  let width = 0
  let padded = 0
  for (const { id } of family) {
    if (!/^0\d/.test(id.number)) continue
    padded++
    width = width === 0 ? id.number.length : Math.min(width, id.number.length)
  }
  const shorter = family.filter(({ id }) => id.number.length < width).length
  return padded > shorter ? width : 0
}
