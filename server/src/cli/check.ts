import type { CheckOptions, Format } from './check-options'
import { type CheckTarget, runCheck } from './check-run'
import type { CheckDetail } from './checked-file'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { failingFrom, keepFindings, reportedBy } from './finding-filter'
import type { FileReport, StaleEntry } from './report'
import { createReportPrinter } from './report-printer'
import { areRules } from './rules'
import { staleIn, staleNote } from './stale-entries'

/**
 * Checks the specs among the given files and folders and prints a report.
 *
 * @returns the exit code: 0 clean, 1 findings at or above `failOn`, 2 where something could not be checked as asked: a
 * path, a file, a config, or a folder without a spec.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  environment: CliEnvironment,
): Promise<number> {
  if (!isSound(options, environment)) return EXIT.failed
  const { allowNone, stdin, stdinFilename, format } = options
  const target = { paths, allowNone, detail: detailFor(format) }
  if (!stdin) return report(target, options, environment)
  const input = { path: stdinFilename ?? 'stdin.md', text: await environment.input() }
  return report({ ...target, input }, options, environment)
}

async function report(
  target: CheckTarget,
  options: CheckOptions,
  environment: CliEnvironment,
): Promise<number> {
  const service = environment.createService()
  const printer = createReportPrinter(options, environment)
  const isReported = reportedBy(options)
  const reports: FileReport[] = []
  const stale: StaleEntry[] = []
  let known = 0
  const run = await runCheck(target, service, environment, async (checked) => {
    const kept = keepFindings(checked, isReported)
    reports.push(kept.report)
    stale.push(...staleIn(checked))
    known += checked.baseline.known.length
    printer.file(kept)
    return undefined
  })
  printer.end(reports, { isComplete: !run.failed, baseline: { known, stale } })
  if (options.format === 'pretty' && !options.quiet) environment.complain(staleNote(stale))
  if (run.failed) return EXIT.failed
  const fails = failingFrom(options.failOn)
  return reports.some(({ diagnostics }) => diagnostics.some(fails)) ? EXIT.findings : EXIT.clean
}

function isSound({ rule, stdinFilename, stdin }: CheckOptions, environment: CliEnvironment): boolean {
  const isAlone = stdinFilename !== undefined && stdin !== true
  if (isAlone) environment.complain('--stdin-filename is for a text that comes with --stdin.\n')
  return areRules(rule, environment) && !isAlone
}

/** What the reports of a format show. */
function detailFor(format: Format): CheckDetail {
  return { excerpts: format === 'pretty', fixes: format === 'json' || format === 'sarif' }
}
