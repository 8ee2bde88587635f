import type { Analysis } from './analyser'
import type { Severity } from './rules/rule'
import { shorten } from './text/shorten'

/** UTF-16 code units of a message that are shown. */
const MESSAGE_LENGTH = 200

/** What is found in a spec, in short. Goes over the wire. */
export interface FindingsSummary {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  /** The first of the most severe ones; `null` where nothing but hints is found. */
  readonly worst: {
    readonly severity: Exclude<Severity, 'hint'>
    /** Rule and message: `id/duplicate: REQ-001 is defined twice`. */
    readonly message: string
    /** From 0. */
    readonly line: number
  } | null
}

const SEVERITIES = ['error', 'warning', 'info'] as const

export function findingsSummary({
  document,
  findings,
}: Pick<Analysis, 'document' | 'findings'>): FindingsSummary {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  const severity = SEVERITIES.find((one) => count(one) > 0)
  const first = findings.find((finding) => finding.severity === severity)
  const worst =
    severity === undefined || first === undefined
      ? null
      : {
          severity,
          message: shorten(`${first.rule}: ${first.message}`, MESSAGE_LENGTH),
          line: document.positionAt(first.span.start).line,
        }
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), worst }
}
