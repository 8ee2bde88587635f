import type { SpecService } from '../core/service'
import { createBaselineTally } from './baseline-tally'
import type { CheckOptions } from './check-options'
import { type CheckTarget, runCheck } from './check-run'
import { complainOfConfigs, holdsForNone } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { failingFrom, keepFindings, reportedBy } from './finding-filter'
import type { FileReport } from './report'
import { createReportPrinter } from './report-printer'
import { createSince, type Since } from './since'
import { staleNote } from './stale-note'

export interface ReportedRun {
  /** As `check` returns it. */
  readonly exitCode: number
  /** URIs of the configs, templates and baselines that files were judged by. */
  readonly configs: ReadonlySet<string>
}

/** Checks once and prints a report. */
export async function reportRun(
  target: CheckTarget,
  options: CheckOptions,
  service: SpecService,
  environment: CliEnvironment,
): Promise<ReportedRun> {
  const { format, quiet, rule, failOn } = options
  let since: Since | undefined
  try {
    since = options.since === undefined ? undefined : await createSince(options.since, target, environment)
  } catch (error) {
    environment.complain(`${error instanceof Error ? error.message : String(error)}\n`)
    return { exitCode: EXIT.failed, configs: new Set() }
  }
  const printer = createReportPrinter(options, environment)
  const tally = createBaselineTally(environment.files, (name) => rule === undefined || rule.includes(name))
  const isReported = reportedBy(options)
  const reports: FileReport[] = []
  const configs = new Set<string>()
  const run = await runCheck(target, service, environment, async (checked) => {
    tally.add(checked)
    for (const uri of checked.configs) configs.add(uri)
    const recent = since === undefined ? checked : await since.keep(checked)
    if ('problem' in recent) return recent.problem
    const kept = keepFindings(recent, isReported)
    reports.push(kept.report)
    printer.file(kept)
    return undefined
  })
  const asked = target.input === undefined ? run.found.given : [target.input.path]
  const isExcused = holdsForNone(asked, environment.files)
  const failed = (await complainOfConfigs(service, environment, isExcused)) || run.failed
  const baseline = await tally.report(run.found)
  printer.end(reports, { isComplete: !failed, baseline })
  if (format === 'pretty' && !quiet && baseline.stale.length > 0)
    environment.complain(staleNote(baseline.stale))
  const fails = failingFrom(failOn)
  const isFailing = reports.some(({ diagnostics }) => diagnostics.some(fails))
  return { exitCode: failed ? EXIT.failed : isFailing ? EXIT.findings : EXIT.clean, configs }
}
