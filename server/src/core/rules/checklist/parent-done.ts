import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { boxText, isSetAside } from '../support/set-aside'

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
      const what = shorten(boxText(first, spec), 40)
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
          message: `Open: “${shorten(boxText(child, spec), 40)}”`,
        })),
      }
    }
  },
}
