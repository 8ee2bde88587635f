import type { SpecService } from '../core/service'
import { createBaselineTally } from './baseline-tally'
import type { CheckOptions } from './check-options'
import { type CheckTarget, runCheck } from './check-run'
import { configProblems, holdsForNone } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { failingFrom, isOfRunner, keepFindings, reportedBy } from './finding-filter'
import { lineOf, type Problem } from './problem'
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
  const problems: Problem[] = []
  const complaining: CliEnvironment = {
    ...environment,
    complain(text) {
      problems.push({ message: text.trimEnd(), place: undefined })
      environment.complain(text)
    },
  }
  let isRead = true
  const run = await runCheck(target, service, complaining, async (checked) => {
    tally.add(checked)
    if (checked.report.diagnostics.some(isOfRunner)) isRead = false
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
  for (const problem of await configProblems(service, environment.files, isExcused)) {
    problems.push(problem)
    environment.complain(`${lineOf(problem)}\n`)
  }
  const failed = run.failed || problems.length > 0 || !isRead
  const baseline = await tally.report(run.found)
  printer.end(reports, { isComplete: !failed, problems, baseline })
  if (format === 'pretty' && !quiet && baseline.stale.length > 0)
    environment.complain(staleNote(baseline.stale))
  const fails = failingFrom(failOn)
  const isFailing = reports.some(({ diagnostics }) => diagnostics.some(fails))
  return { exitCode: failed ? EXIT.failed : isFailing ? EXIT.findings : EXIT.clean, configs }
}
