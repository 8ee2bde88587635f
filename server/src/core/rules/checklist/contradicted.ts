import type { Checkbox, SpecDocument } from '../../model/spec-document'
import type { Role } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'

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
  fix: 'Unticks the line.',
  *check({ spec, index }: RuleContext): Iterable<RuleFinding> {
    for (const box of spec.checkboxes) {
      if (!box.checked) continue
      const text = spec.text.slice(box.textSpan.start, box.textSpan.end)
      if (!CLAIM.test(text)) continue
      const open = claimed(spec, box, text, (key) => index.definitions(key)[0]?.checkbox).filter(
        (one) => !one.checked && one !== box,
      )
      const [first] = open
      if (first === undefined) continue
      yield {
        span: { start: box.mark.start - 1, end: box.mark.end + 1 },
        message: `Ticked, but ${open.length === 1 ? 'one of them is' : `${open.length} of them are`} open, “${saidBy(spec, first)}” first: untick it, or finish them`,
        related: open.slice(0, MOST).map((one) => ({
          span: { start: one.mark.start - 1, end: one.mark.end + 1 },
          message: `Open: “${saidBy(spec, one)}”`,
        })),
        fixes: [{ title: 'Untick it', edits: () => [{ span: box.mark, text: ' ' }] }],
      }
    }
  },
}

const MOST = 5

const CLAIM = /\b(?:all|every|each)\b/i
/** Which set a line speaks of, by its own words: “All acceptance criteria met”. */
const SETS: readonly (readonly [RegExp, Role])[] = [
  [
    /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?:acceptance\s+)?criteri(?:a|on)\s+(?:are\s+|is\s+|have\s+been\s+)?(?:met|checked|satisfied|fulfilled|pass(?:ed|es|ing)?|verified|validated|ticked|done|complete[d]?)\b/i,
    'criterion',
  ],
  [
    /\b(?:all|every|each)\s+(?:of\s+)?(?:the\s+)?(?:implementation\s+)?tasks?\s+(?:are\s+|is\s+|have\s+been\s+)?(?:done|complete[d]?|finished|ticked)\b/i,
    'task',
  ],
]

/** The boxes that a line says are done: those of the IDs that it names, else those of the role that it names. */
function claimed(
  spec: SpecDocument,
  box: Checkbox,
  text: string,
  boxOf: (key: string) => Checkbox | undefined,
): readonly Checkbox[] {
  const { start, end } = box.textSpan
  const named = spec.references.filter(({ id }) => id.span.start >= start && id.span.end <= end)
  if (named.length > 1) return named.flatMap(({ id }) => boxOf(id.key) ?? [])
  if (named.length === 1) return []
  const role = SETS.find(([pattern]) => pattern.test(text))?.[1]
  return role === undefined ? [] : spec.checkboxes.filter((one) => one.role === role)
}

function saidBy(spec: SpecDocument, { textSpan }: Checkbox): string {
  return shorten(spec.text.slice(textSpan.start, textSpan.end).replace(/[*`]/g, ''), 40)
}
