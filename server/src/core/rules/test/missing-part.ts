import type { Entry, SpecDocument } from '../../model/spec-document'
import { lineEnd, lineStart } from '../../text/lines'
import type { Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { lineEndingOf } from '../support/move'
import { hasPlaceholder } from '../support/places'
import { enumerate, isNotApplicable } from '../support/wording'

export const missingPart: Rule = {
  name: 'test/missing-part',
  summary: 'A test case lacks a part that the template gives one (Input, Expected).',
  reason: 'Without what goes in and what must come out nobody else can run it.',
  bad: `### Test Cases
1. **[TEST-001]** Test export of an empty ledger
   - Input: a ledger without entries
`,
  good: `### Test Cases
1. **[TEST-001]** Test export of an empty ledger
   - Input: a ledger without entries
   - Expected: a file that holds the header alone
`,
  severity: ['warning', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  fix: 'Inserts the missing line, to be filled in.',
  *check({ spec }: RuleContext): Iterable<RuleFinding> {
    for (const entry of spec.entries) {
      const wanted = entry.kind?.shape?.parts ?? []
      if (entry.id === undefined || wanted.length === 0 || entry.untouched || entry.retired) continue
      if (
        entry.form === 'row' ||
        isNotApplicable(entry.text) ||
        hasPlaceholder(spec, entry.lead.start === 0 ? entry.span : entry.textSpan)
      )
        continue
      const missing = wanted.filter((label) => !hasPart(spec, entry, label))
      if (missing.length === 0) continue
      const fix = insertion(spec, entry, missing)
      yield {
        span: entry.id.span,
        message: `${entry.id.text} has no ${enumerate(missing, 'and no')}: add ${enumerate(missing.map((label) => `- ${label}: …`))}`,
        fixes: fix === undefined ? [] : [fix],
      }
    }
  },
}

/** Labelled, or a table or code below that has it by name. */
function hasPart({ text }: SpecDocument, { parts, span }: Entry, label: string): boolean {
  const wanted = label.toLowerCase()
  if (parts.some((part) => part.label.toLowerCase().startsWith(wanted))) return true
  const said = text.slice(span.start, span.end).toLowerCase()
  return wordFor(wanted).some((word) => said.includes(word))
}

/** What else authors call the template's parts. */
function wordFor(label: string): readonly string[] {
  if (label === 'expected') return ['expect', 'outcome', 'assert', 'verif', 'output', 'then ', '→', '=>']
  if (label === 'input') return ['input', 'given', 'setup', 'precondition', 'step', 'action', 'when ']
  return [label]
}

function insertion({ text }: SpecDocument, entry: Entry, missing: readonly string[]): Fix | undefined {
  if (entry.form !== 'listItem') return undefined
  const end = lineEnd(text, Math.max(entry.span.start, entry.span.end - 1))
  const last = entry.parts.at(-1)
  const line = text.slice(lineStart(text, entry.span.start), entry.id?.span.start)
  const marker = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0] ?? ''
  const indent =
    last === undefined
      ? ' '.repeat(marker.length)
      : (/^\s*/.exec(text.slice(lineStart(text, last.span.start)))?.[0] ?? '')
  const eol = lineEndingOf(text)
  return {
    title: `Insert ${enumerate(missing)}`,
    edits: () => [
      { span: { start: end, end }, text: missing.map((label) => `${eol}${indent}- ${label}: TBD`).join('') },
    ],
  }
}
