import type { Analysis } from '../analyser'
import { applyEdits } from '../fixes/apply-edits'
import { nextStatus } from '../model/next-status'
import { notReady } from '../rules/lifecycle/not-ready'
import type { Edit, Finding, Severity } from '../rules/rule'
import type { Span } from '../template/template'
import { Refused } from '../text/refused'
import { moveEdits } from './move-edits'

/** What stands between a spec and its next status. */
export interface Gate {
  /** As written; `''` where none is chosen yet. */
  readonly from: string
  readonly to: string
  /** Errors first, then in the order of their places. */
  readonly demands: readonly Demand[]
  /** What sets the status, and Last Updated with it; ascending and apart. */
  readonly edits: readonly Edit[]
}

/** What the next status asks for and the spec does not have. */
export interface Demand {
  readonly rule: string
  /** At the next status; an error is in the way. */
  readonly severity: Severity
  readonly message: string
  /** In the document as it is now. */
  readonly span: Span
}

/**
 * The document is judged as it would be after the move, so that nothing but the rules says what a status demands: all errors,
 * and what the rules say less loud, or not at all, while it has the status that it has.
 *
 * @param judge judges a text in the place of the document's
 * @param today ISO date
 * @throws {Refused} where no status is next
 */
export async function gateOf(
  { spec, findings }: Analysis,
  judge: (text: string) => Promise<Analysis>,
  today: string,
): Promise<Gate> {
  const next = nextStatus(spec)
  if ('none' in next) throw new Refused(next.none)
  const edits = moveEdits(spec, next.to, today)
  const moved = await judge(applyEdits(spec.text, edits))
  const known = new Map(findings.map((finding) => [nameOf(finding, finding.span), finding.severity]))
  const demands = moved.findings
    .filter(({ rule }) => rule !== notReady.name)
    .flatMap((finding): readonly Demand[] => {
      const { rule, severity, message } = finding
      const before = known.get(nameOf(finding, spanBefore(finding.span, edits)))
      const isNew = before === undefined || LOUDNESS[severity] < LOUDNESS[before]
      if (severity !== 'error' && (severity === 'hint' || !isNew)) return []
      return [{ rule, severity, message, span: spanBefore(placeOf(finding, moved), edits) }]
    })
  return {
    from: spec.status.placeholder ? '' : spec.status.raw,
    to: next.to,
    edits,
    demands: demands.sort(byLoudness),
  }
}

/** Whether a gate is shut: a status is not claimed that the rules would call wrong. */
export function isShut({ demands }: Gate): boolean {
  return demands.some(({ severity }) => severity === 'error')
}

const LOUDNESS: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 }

/** Sorting is stable: places stay in their order. */
function byLoudness(a: Demand, b: Demand): number {
  return Math.sign(LOUDNESS[a.severity] - LOUDNESS[b.severity])
}

function nameOf({ rule, message }: Finding, { start }: Span): string {
  return `${rule} ${start} ${message}`
}

/** What is said at the status of something else is best looked at there: the first open criterion. */
function placeOf({ span, related = [] }: Finding, { spec }: Analysis): Span {
  const at = spec.status.field?.valueSpan
  if (at === undefined || span.start !== at.start) return span
  for (const place of related) if ('span' in place) return place.span
  return span
}

/** Where a span of the text after edits stood before them; what an edit wrote is where it wrote it. */
function spanBefore({ start, end }: Span, edits: readonly Edit[]): Span {
  return { start: offsetBefore(start, edits, 'start'), end: offsetBefore(end, edits, 'end') }
}

function offsetBefore(offset: number, edits: readonly Edit[], side: 'start' | 'end'): number {
  let shift = 0
  for (const { span, text } of edits) {
    const from = span.start + shift
    if (offset <= from) break
    if (offset < from + text.length) return span[side]
    shift += text.length - (span.end - span.start)
  }
  return offset - shift
}
