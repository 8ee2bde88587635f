import type { Section, SpecDocument } from '../../model/spec-document'
import type { Template } from '../../template/template'
import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { isSectionDue } from '../support/due'
import { isLeft } from '../support/fields'
import { hasPlaceholder } from '../support/places'
import { blanksOf } from '../support/shapes'
import { QUOTED } from '../support/wording'

export const placeholder: Rule = {
  name: 'structure/placeholder',
  summary: 'A text of the template was left as it was.',
  reason: 'A placeholder is a question still open. In a Draft it is only marked; later it must be answered.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST [specific requirement]
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST export the ledger as CSV.
`,
  severity: ['hint', 'warning', 'error'],
  templateOnly: true,
  whenClosed: false,
  *check({ spec, template }: RuleContext): Iterable<RuleFinding> {
    const sections = cursor(spec.sections)
    for (const left of spec.placeholders) {
      if (!isSectionDue(sections(left.span.start), spec.status, template.lifecycle)) continue
      yield { span: left.span, message: `Still the template’s text: replace “${shorten(left.text, QUOTED)}”` }
    }
    yield* fieldsLeft(spec)
    yield* blanksOfId(spec, template)
  },
}

/** A field's placeholder counts in any case; elsewhere brackets in another case may be a label. */
function* fieldsLeft(spec: SpecDocument): Iterable<RuleFinding> {
  for (const field of spec.fields) {
    if (field === spec.documentId || field === spec.status.field) continue
    if (!isLeft(field) || hasPlaceholder(spec, field.valueSpan)) continue
    yield { span: field.valueSpan, message: `Still the template’s text: replace “${field.value}”` }
  }
}

/** Of a document ID that was filled in part the model lists nothing: only the whole shape is a text of the template. */
function* blanksOfId(spec: SpecDocument, template: Template): Iterable<RuleFinding> {
  const field = spec.documentId
  if (field === undefined || template.documentId === undefined || hasPlaceholder(spec, field.valueSpan))
    return
  const written = spec.text.slice(field.valueSpan.start, field.valueSpan.end)
  for (const blank of blanksOf(template.documentId.shape)) {
    const at = written.indexOf(blank)
    if (at < 0) continue
    const start = field.valueSpan.start + at
    yield {
      span: { start, end: start + blank.length },
      message: `Still the template’s text: replace “${blank}”`,
    }
  }
}

/** The innermost section at offsets that only grow. */
function cursor(sections: readonly Section[]): (offset: number) => Section | undefined {
  let next = 0
  return (offset) => {
    while (next < sections.length && (sections[next]?.heading.start ?? 0) <= offset) next++
    return sections[next - 1]
  }
}
