import type { FailOn, Format } from './check-options'
import type { CheckedFile } from './checked-file'
import type { CliEnvironment } from './environment'
import { failingFrom } from './finding-filter'
import { githubReport } from './github-reporter'
import { junitReport } from './junit-reporter'
import { createPrettyReporter } from './pretty-reporter'
import type { Problem } from './problem'
import {
  type BaselineReport,
  type DiagnosticReport,
  type FileReport,
  problemReport,
  type Report,
  summarise,
} from './report'
import { sarifReport } from './sarif-reporter'

/** Prints what a run finds: file by file where that is for people, else when it has ended. */
export interface ReportPrinter {
  file(checked: CheckedFile): void
  /** @param files every file printed, in their order */
  end(files: readonly FileReport[], outcome: RunOutcome): void
}

export interface RunOutcome {
  /** All that was asked for could be checked. */
  readonly isComplete: boolean
  /** What could not, told on standard error too. */
  readonly problems: readonly Problem[]
  readonly baseline: BaselineReport
}

export interface PrintOptions {
  readonly format: Format
  readonly failOn: FailOn
  readonly hints?: boolean
  readonly quiet?: boolean
}

export function createReportPrinter(
  { format, quiet, failOn, ...options }: PrintOptions,
  { print, colour, version }: CliEnvironment,
): ReportPrinter {
  // What fails a run is never left out.
  const hints = options.hints || failOn === 'hint'
  if (format !== 'pretty') {
    return {
      file: () => {},
      end: (files, outcome) => print(textOf(format, files, { version, hints, failOn }, outcome)),
    }
  }
  const pretty = createPrettyReporter({ colour, hints })
  return {
    file: (checked) => print(pretty.file(checked)),
    end(files, { baseline }) {
      if (!quiet) print(pretty.summary(summarise(files), baseline.known))
    },
  }
}

interface TextOptions {
  readonly version: string
  readonly hints: boolean
  readonly failOn: FailOn
}

function textOf(
  format: Exclude<Format, 'pretty'>,
  files: readonly FileReport[],
  { version, hints, failOn }: TextOptions,
  { isComplete, problems, baseline }: RunOutcome,
): string {
  switch (format) {
    case 'sarif':
      return sarifReport(files, version, { isComplete, problems })
    case 'junit':
      return junitReport(files, problems, isFailure(failOn))
    case 'github':
      return githubReport(files, problems, hints)
    case 'json': {
      const report: Report = {
        version: 1,
        files,
        summary: summarise(files),
        baseline,
        problems: problems.map(problemReport),
      }
      return `${JSON.stringify(report)}\n`
    }
  }
}

/** What a report of tests that passed or failed has as failed. */
function isFailure(failOn: FailOn): (finding: DiagnosticReport) => boolean {
  const fails = failingFrom(failOn)
  return (finding) => finding.severity === 'error' || finding.severity === 'warning' || fails(finding)
}
