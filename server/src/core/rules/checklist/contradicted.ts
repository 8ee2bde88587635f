import type { Checkbox, SpecDocument } from '../../model/spec-document'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { claimedBy } from '../support/claims'

export const contradicted: Rule = {
  name: 'checklist/contradicted',
  summary: 'A ticked line says that all of a set is done, while part of the set is open.',
  reason: 'It is the line that others look at; the open box is not.',
  bad: `### Acceptance Criteria
- [x] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
- [ ] **AC-2**: Given an empty ledger, when it is exported, then the file holds the header

## Success Metrics
- [x] All acceptance criteria met
`,
  good: `### Acceptance Criteria
- [x] **AC-1**: Given a ledger, when it is exported, then the file holds every entry
- [ ] **AC-2**: Given an empty ledger, when it is exported, then the file holds the header

## Success Metrics
- [ ] All acceptance criteria met
`,
  severity: ['info', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Unticks the line. On an open line whose set is done, the editor offers to tick it.',
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    for (const box of spec.checkboxes) {
      const open = box.checked ? claimedBy(index, box).filter((one) => !one.checked) : []
      const [first] = open
      if (first === undefined) continue
      yield {
        span: { start: box.mark.start - 1, end: box.mark.end + 1 },
        message: `Ticked, but ${open.length === 1 ? 'one of them is' : `${open.length} of them are`} open, “${saidBy(spec, first)}” first: untick it, or finish them`,
        related: open.slice(0, MOST).map((one) => ({
          span: { start: one.mark.start - 1, end: one.mark.end + 1 },
          message: `Open: “${saidBy(spec, one)}”`,
        })),
        fixes: [{ title: 'Untick this line', edits: () => [{ span: box.mark, text: ' ' }] }],
      }
    }
  },
}

const MOST = 5

function saidBy(spec: SpecDocument, { textSpan }: Checkbox): string {
  return shorten(spec.text.slice(textSpan.start, textSpan.end).replace(/[*`]/g, ''), 40)
}
