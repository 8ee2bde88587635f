import type { Entry, Part, SpecDocument } from '../../model/spec-document'
import type { Span } from '../../template/template'
import { lineEnd, lineStart } from '../../text/lines'
import type { Edit, Fix, Rule, RuleContext, RuleFinding } from '../rule'
import { contentIndent } from '../support/content-indent'
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
  reach: 'entry',
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
      const fix = insertion(spec, entry, wanted, missing)
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

function insertion(
  { text }: SpecDocument,
  entry: Entry,
  wanted: readonly string[],
  missing: readonly string[],
): Fix | undefined {
  if (entry.form !== 'listItem' || entry.lead.quoted) return undefined
  return { title: `Insert ${enumerate(missing)}`, edits: () => [lines(text, entry, wanted, missing)] }
}

/** In the template's order where the first part is missing, else behind all that the entry says. */
function lines(
  text: string,
  { span, lead, parts }: Entry,
  wanted: readonly string[],
  labels: readonly string[],
): Edit {
  const line = lineStart(text, span.start)
  const first = parts.find((part) => lineStart(text, part.span.start) > line)
  const opening = text.slice(line, lead.start)
  const indent =
    first === undefined
      ? contentIndent(opening)
      : (/^[ \t]*/.exec(text.slice(lineStart(text, first.span.start)))?.[0] ?? '')
  const isFirst =
    first !== undefined && labels.every((label) => wanted.indexOf(label) < placeOf(first, wanted))
  const at = isFirst ? lineStart(text, first.span.start) : lineEnd(text, Math.max(span.start, span.end - 1))
  const eol = lineEndingOf(text)
  let written = ''
  const blanks: Span[] = []
  for (const label of labels) {
    written += `${isFirst ? '' : eol}${indent}- ${label}: `
    blanks.push({ start: written.length, end: written.length + OPEN.length })
    written += OPEN + (isFirst ? eol : '')
  }
  return { span: { start: at, end: at }, text: written, blanks }
}

function placeOf({ label }: Part, wanted: readonly string[]): number {
  return wanted.findIndex((one) => label.toLowerCase().startsWith(one.toLowerCase()))
}

/** Stands where the part is still to be written, and is told of until it is. */
const OPEN = 'TBD'
