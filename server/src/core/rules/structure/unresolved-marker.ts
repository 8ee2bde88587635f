import { shorten } from '../../text/shorten'
import type { Rule, RuleContext, RuleFinding } from '../rule'
import { findMarkers, type OpenMarker, openMarkers } from '../support/open-markers'
import { QUOTED } from '../support/wording'

export const unresolvedMarker: Rule = {
  name: 'structure/unresolved-marker',
  summary: 'A `TBD`, `TODO`, `???` or `[NEEDS CLARIFICATION: …]` stands where an answer should.',
  reason:
    'Each of these marks a decision that nobody has taken yet; an approved spec must not leave it to the reader.',
  bad: `### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for [NEEDS CLARIFICATION: how long?]
2. **[REQ-002]** TBD
`,
  good: `### Functional Requirements
1. **[REQ-001]** The system MUST keep exports for 30 days.
2. **[REQ-002]** The system MUST show a TODO list of open exports.
`,
  severity: ['info', 'warning', 'error'],
  templateOnly: false,
  whenClosed: false,
  reach: 'passage',
  *check({ spec, whole, recall }: RuleContext): Iterable<RuleFinding> {
    const markers = openMarkers(whole, (text) => recall(findMarkers, text), spec.passages)
    for (const { marker, passage } of markers) {
      const span = { start: passage.start + marker.start, end: passage.start + marker.end }
      yield { span, message: message(marker, spec.text.slice(span.start, span.end)) }
    }
  },
}

function message(marker: OpenMarker, written: string): string {
  if (marker.name === 'NEEDS CLARIFICATION') {
    const question = /:\s*([^\]]*)\]/.exec(written)?.[1]?.trim()
    return question
      ? `Open question: “${shorten(question, QUOTED)}”. Replace the marker with the answer`
      : 'Open question: replace the marker with the answer'
  }
  return `Unresolved “${marker.name}”: write what was decided, or who decides it by when`
}
