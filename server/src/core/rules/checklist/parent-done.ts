import type { Checkbox, SpecDocument } from '../../model/spec-document'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'

export const parentDone: Rule = {
  name: 'checklist/parent-done',
  summary: 'A ticked item has an open item below it.',
  reason:
    'Either the work is not done or the box below was forgotten; whoever reads the tick on top does not look further.',
  bad: `### Goals
- [x] Exports are sent
  - [x] by mail
  - [ ] to a folder
`,
  good: `### Goals
- [ ] Exports are sent
  - [x] by mail
  - [ ] to a folder
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  fix: 'Unticks the item, or ticks what is open below it.',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const box of spec.checkboxes) {
      if (!box.checked || box.children.length === 0) continue
      const open = box.children.filter((child) => !child.checked && !isSetAside(child, spec))
      const first = open[0]
      if (first === undefined) continue
      const what = shorten(textOf(first, spec), 40)
      const rest =
        open.length === 1
          ? `its sub-item “${what}” is still open: finish that one or untick this one`
          : `${open.length} of its sub-items are still open, “${what}” first: finish them or untick this one`
      yield {
        span: { start: box.mark.start - 1, end: box.mark.end + 1 },
        message: `Ticked, but ${rest}`,
        fixes: [
          { title: 'Untick this item', edits: () => [{ span: box.mark, text: ' ' }] },
          {
            title:
              open.length === 1
                ? 'Tick the open item below it'
                : `Tick the ${open.length} open items below it`,
            edits: () => open.map(({ mark }) => ({ span: mark, text: 'x' })),
          },
        ],
        related: open.slice(0, 5).map((child) => ({
          span: { start: child.mark.start - 1, end: child.mark.end + 1 },
          message: `Open: “${shorten(textOf(child, spec), 40)}”`,
        })),
      }
    }
  },
}

function textOf(box: Checkbox, spec: SpecDocument): string {
  return spec.text.slice(box.textSpan.start, box.textSpan.end).replace(/[*`]|~~/g, '')
}

const LATER =
  "(?:deferred|postponed|skipped|optional|out of scope|won[’']t(?: do| fix)?|n/a|not applicable|future|later)"
/** As a remark on the item: `(optional)`, `[deferred to Q3]`, “… – later”, “Deferred: …”, “Optional – …”. */
const SET_ASIDE = new RegExp(
  `^[\\s*_]*${LATER}(?![\\w-])\\s*(?:[*_]*\\s*(?:[:;,.–—(-]|$)|(?:to|until)\\b)|[([][*_\\s]*${LATER}(?![\\w-])|(?:\\s[–—-]{1,2}|—)[\\s*_]*${LATER}(?![\\w-])`,
  'i',
)

/** Struck through, or remarked to be left for later: open on purpose. */
function isSetAside(box: Checkbox, spec: SpecDocument): boolean {
  // From the box on: the text proper begins behind the marks that strike it through.
  const text = spec.text.slice(box.mark.end + 1, box.textSpan.end)
  return text.includes('~~') || SET_ASIDE.test(text)
}
