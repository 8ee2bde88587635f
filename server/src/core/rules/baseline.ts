import type { SpecDocument } from '../model/spec-document'
import { fingerprintOf } from './fingerprint'
import type { Finding } from './rule'

/** An old finding that a team has agreed to leave. */
export interface BaselineEntry {
  readonly rule: string
  /** See {@link fingerprintOf}. */
  readonly fingerprint: string
  /** What was said, for a person who reads the file. */
  readonly message: string
}

/** Takes out of the findings of a document those that the baseline has; each entry answers for one finding. */
export function withoutBaseline(
  spec: SpecDocument,
  findings: readonly Finding[],
  baseline: readonly BaselineEntry[],
) {
  if (baseline.length === 0) return { findings, baselined: [], stale: [] }
  const open = new Map<string, BaselineEntry[]>()
  for (const entry of baseline) {
    const same = open.get(entry.fingerprint)
    if (same === undefined) open.set(entry.fingerprint, [entry])
    else same.push(entry)
  }
  const fresh: Finding[] = []
  const baselined: Finding[] = []
  for (const finding of findings) {
    const isKnown = open.get(fingerprintOf(spec, finding))?.shift() !== undefined
    ;(isKnown ? baselined : fresh).push(finding)
  }
  const stale = new Set([...open.values()].flat())
  return { findings: fresh, baselined, stale: baseline.filter((entry) => stale.has(entry)) }
}
