import type { Span } from '../../template/template'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { brokenBoxAt } from '../support/boxes'

export const malformedBox: Rule = {
  name: 'checklist/malformed-box',
  summary: 'Brackets after a list marker are meant as a checkbox and are none.',
  reason: 'Markdown knows `[ ]` and `[x]` only; anything else is shown as text and counted by nobody.',
  bad: `### Goals
- [x ] Exports without a spreadsheet
- [✓] Exports at night
- [] Exports by mail
`,
  good: `### Goals
- [x] Exports without a spreadsheet
- [x] Exports at night
- [ ] Exports by mail
`,
  severity: ['warning', 'warning', 'warning'],
  templateOnly: false,
  whenClosed: false,
  reach: 'passage',
  fix: 'Writes `[ ]` or `[x]`: by itself where it is plain which one is meant, else as a choice.',
  fixAll: true,
  *check({ spec, recall }: RuleContext): Iterable<RuleFinding> {
    for (const passage of spec.passages) {
      if (passage.within !== 'listItem') continue
      const box = recall(brokenBoxAt, passage.text)
      if (box === undefined || !followsMarker(spec.text, passage.start + box.start)) continue
      const { start, end } = box
      yield {
        span: { start: passage.start + start, end: passage.start + end },
        message: message(box.content),
        fixes: fixesFor(spec.text, { start: passage.start + start, end: passage.start + end }, box.content),
      }
    }
  },
}

function fixesFor(text: string, span: Span, content: string): readonly Fix[] {
  const meant = meaning(content)
  const write = (box: string): Fix => ({
    title: `Change [${content}] to ${box}`,
    ...(meant === undefined ? {} : { safe: true }),
    // Right before a text a box is none.
    edits: () => [{ span, text: /^\s|^$/.test(text.slice(span.end, span.end + 1)) ? box : `${box} ` }],
  })
  return meant === undefined ? [write('[ ]'), write('[x]')] : [write(meant)]
}

/** Between the start of the line and the box stands a list marker and nothing else but marks of outer lists and quotes. */
function followsMarker(text: string, offset: number): boolean {
  let start = offset
  while (start > 0 && offset - start < 200 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--
  return /^\uFEFF?[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)+$/.test(text.slice(start, offset))
}

function message(content: string): string {
  const meant = meaning(content)
  const written = `“[${content}]” is not a checkbox`
  return meant === undefined
    ? `${written}: write “[ ]” or “[x]”, and say in words what it stands for`
    : `${written}: write “${meant}”`
}

function meaning(content: string): string | undefined {
  if (/^\s*$/.test(content)) return '[ ]'
  return /[xX✓✔☑✅]/.test(content) ? '[x]' : undefined
}
