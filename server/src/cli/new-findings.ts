import { diffArrays } from 'diff'
import type { CheckedFile } from './checked-file'
import { isOfRunner } from './finding-filter'
import type { DiagnosticReport } from './report'

/**
 * The findings of a file that it did not have before. They are told from old ones by their fingerprints; of several with
 * the same one, those in changed lines are new, then the last ones.
 *
 * @param before the file as it was, with what its baseline had
 * @param then text of then; `now`: of now
 */
export function newFindings(
  checked: CheckedFile,
  before: CheckedFile,
  then: string,
  now: string,
): ReadonlySet<DiagnosticReport> {
  const old = countsOf(before)
  const all = countsOf(checked)
  const found = new Set<DiagnosticReport>()
  let changed: ReadonlySet<number> | undefined
  for (const [fingerprint, same] of byFingerprint(checked.report.diagnostics)) {
    const count = (all.get(fingerprint) ?? 0) - (old.get(fingerprint) ?? 0)
    if (count <= 0) continue
    if (count < same.length) changed ??= changedLines(then, now)
    const likeliest = [...same].sort((a, b) => rank(b, changed) - rank(a, changed))
    for (const finding of likeliest.slice(0, count)) found.add(finding)
  }
  for (const finding of checked.report.diagnostics) if (isOfRunner(finding)) found.add(finding)
  return found
}

function byFingerprint(findings: readonly DiagnosticReport[]): ReadonlyMap<string, DiagnosticReport[]> {
  const groups = new Map<string, DiagnosticReport[]>()
  for (const finding of findings) {
    groups.set(finding.fingerprint, [...(groups.get(finding.fingerprint) ?? []), finding])
  }
  return groups
}

/** How often a file has each finding, those of the baseline included. */
function countsOf({ report, baseline }: CheckedFile): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { fingerprint } of [...report.diagnostics, ...baseline.known]) {
    counts.set(fingerprint, (counts.get(fingerprint) ?? 0) + 1)
  }
  return counts
}

/** More than a document has lines. */
const BEYOND_LINES = 1e9

function rank({ range }: DiagnosticReport, changed: ReadonlySet<number> | undefined): number {
  return (changed?.has(range.start.line) ? BEYOND_LINES : 0) + range.start.line
}

/** Changes beyond which lines are not compared: the comparison takes time with their square. */
const MOST_CHANGES = 2000

/** Numbers of the lines that a text did not have before; none where hardly one is the same. */
function changedLines(then: string, now: string): ReadonlySet<number> {
  const lines = (text: string) => text.split(/\r\n|\r|\n/)
  const changes = diffArrays(lines(then), lines(now), { maxEditLength: MOST_CHANGES })
  const changed = new Set<number>()
  let at = 0
  for (const { added, removed, count } of changes ?? []) {
    if (removed) continue
    if (added) for (let line = at; line < at + count; line++) changed.add(line)
    at += count
  }
  return changed
}
