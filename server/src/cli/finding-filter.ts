import type { CheckOptions, FailOn } from './check-options'
import type { CheckedFile } from './checked-file'
import { type DiagnosticReport, SEVERITIES } from './report'

type IsKept = (finding: DiagnosticReport) => boolean

/** Which findings are reported. What the runner says of itself always is. */
export function reportedBy({ rule, quiet, failOn }: CheckOptions): IsKept {
  const isSevere = failingFrom(failOn)
  return (finding) =>
    isOfRunner(finding) ||
    ((rule === undefined || rule.includes(finding.rule)) &&
      (quiet !== true || failOn === 'never' || isSevere(finding)))
}

/** Which findings fail a run. */
export function failingFrom(failOn: FailOn): IsKept {
  const severe = failOn === 'never' ? [] : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  return ({ severity }) => severe.includes(severity)
}

/** Whether the runner speaks of itself: of a document that it cannot read, of a rule that threw. */
export function isOfRunner({ rule }: Pick<DiagnosticReport, 'rule'>): boolean {
  return rule.startsWith('internal/')
}

/** A file with some of its findings. */
export function keepFindings(checked: CheckedFile, isKept: IsKept): CheckedFile {
  const { report, excerpts } = checked
  const kept = report.diagnostics.map(isKept)
  return {
    ...checked,
    report: { ...report, diagnostics: report.diagnostics.filter((_, at) => kept[at]) },
    excerpts: excerpts.filter((_, at) => kept[at]),
  }
}
