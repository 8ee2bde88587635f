import type { SpecService } from '../core/service'
import { createBaselineTally } from './baseline-tally'
import type { CheckOptions } from './check-options'
import { type CheckTarget, runCheck } from './check-run'
import { complainOfConfigs } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { failingFrom, keepFindings, reportedBy } from './finding-filter'
import type { FileReport } from './report'
import { createReportPrinter } from './report-printer'
import { staleNote } from './stale-note'

/** Checks once and prints a report. @returns the exit code, as `check` does */
export async function reportRun(
  target: CheckTarget,
  options: CheckOptions,
  service: SpecService,
  environment: CliEnvironment,
): Promise<number> {
  const { format, quiet, rule, failOn } = options
  const printer = createReportPrinter(options, environment)
  const tally = createBaselineTally(environment.files, (name) => rule === undefined || rule.includes(name))
  const isReported = reportedBy(options)
  const reports: FileReport[] = []
  const run = await runCheck(target, service, environment, async (checked) => {
    const kept = keepFindings(checked, isReported)
    reports.push(kept.report)
    tally.add(checked)
    printer.file(kept)
    return undefined
  })
  const failed = (await complainOfConfigs(service, environment)) || run.failed
  const baseline = await tally.report(run.found)
  printer.end(reports, { isComplete: !failed, baseline })
  if (format === 'pretty' && !quiet && baseline.stale.length > 0)
    environment.complain(staleNote(baseline.stale))
  if (failed) return EXIT.failed
  const fails = failingFrom(failOn)
  return reports.some(({ diagnostics }) => diagnostics.some(fails)) ? EXIT.findings : EXIT.clean
}
