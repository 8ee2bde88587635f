import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Severity } from '../core/rules/rule'
import { checkDocument, checkFile } from './check-file'
import type { CheckDetail, CheckedFile, CheckOutcome } from './checked-file'
import { complainOfConfigs } from './config-problems'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import { githubReport } from './github-reporter'
import { junitReport } from './junit-reporter'
import { createPrettyReporter } from './pretty-reporter'
import { type DiagnosticReport, type FileReport, type Report, SEVERITIES, summarise } from './report'
import { areRules } from './rules'
import { sarifReport } from './sarif-reporter'

export const FORMATS = ['pretty', 'json', 'sarif', 'junit', 'github'] as const
export type Format = (typeof FORMATS)[number]

export interface CheckOptions {
  readonly format: Format
  readonly failOn: Severity | 'never'
  readonly allowNone: boolean
  readonly hints: boolean
  /** Only these rules are reported. */
  readonly rule?: readonly string[]
  /** Nothing below `failOn` is reported, and no summary. */
  readonly quiet?: boolean
  /** The text comes from standard input. */
  readonly stdin?: boolean
  /** What its file is taken to be. */
  readonly stdinFilename?: string
}

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
  const { files, complain } = environment
  if (!isSound(options, environment)) return EXIT.failed
  const service = environment.createService()
  const print = printer(options, environment)
  const reports: FileReport[] = []
  const isKept = keeper(options)
  const detail = detailFor(options.format)
  let failed = false
  const take = (outcome: CheckOutcome) => {
    if (outcome.kind === 'no spec') return
    if (outcome.kind === 'failed') {
      complain(`${outcome.problem}\n`)
      failed = true
      return
    }
    const kept = keep(outcome.file, isKept)
    reports.push(kept.report)
    print.file(kept)
  }
  if (options.stdin) {
    const uri = files.uriOf(options.stdinFilename ?? 'stdin.md')
    const document = TextDocument.create(uri, 'markdown', 0, await environment.input())
    take(await checkDocument(document, service, files, detail))
  } else {
    const found = await findFiles(paths, environment)
    failed = found.failed
    for (const path of found.paths) take(await checkFile(path, service, files, detail))
    const specs = reports.map(({ file }) => file)
    if (!options.allowNone && complainOfEmptyFolders(found, specs, environment)) failed = true
  }
  if (await complainOfConfigs(service, environment)) failed = true
  print.end(reports, !failed)
  if (failed) return EXIT.failed
  return reports.some((report) => fails(report, options.failOn)) ? EXIT.findings : EXIT.clean
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

type IsKept = (finding: DiagnosticReport) => boolean

/** Which findings are reported. What the runner says of itself always is. */
function keeper({ rule, quiet, failOn }: CheckOptions): IsKept {
  const severe = failOn === 'never' ? SEVERITIES : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  return (finding) =>
    (rule === undefined || rule.includes(finding.rule) || finding.rule.startsWith('internal/')) &&
    (quiet !== true || severe.includes(finding.severity))
}

function keep(checked: CheckedFile, isKept: IsKept): CheckedFile {
  const { report, excerpts } = checked
  const kept = report.diagnostics.map(isKept)
  return {
    ...checked,
    report: { ...report, diagnostics: report.diagnostics.filter((_, at) => kept[at]) },
    excerpts: excerpts.filter((_, at) => kept[at]),
  }
}

function fails(report: FileReport, failOn: Severity | 'never'): boolean {
  if (failOn === 'never') return false
  const severe = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  return report.diagnostics.some((diagnostic) => severe.includes(diagnostic.severity))
}

function printer(options: CheckOptions, environment: CliEnvironment) {
  const { format, quiet, hints } = options
  if (format === 'pretty') {
    const pretty = createPrettyReporter({ colour: environment.colour, hints })
    return {
      file: (checked: CheckedFile) => environment.print(pretty.file(checked)),
      end: (files: readonly FileReport[]) => {
        if (!quiet) environment.print(pretty.summary(summarise(files)))
      },
    }
  }
  return {
    file: () => {},
    end: (files: readonly FileReport[], isComplete: boolean) =>
      environment.print(textOf(format, files, environment.version, isComplete)),
  }
}

function textOf(
  format: Exclude<Format, 'pretty'>,
  files: readonly FileReport[],
  version: string,
  isComplete: boolean,
): string {
  switch (format) {
    case 'sarif':
      return sarifReport(files, version, isComplete)
    case 'junit':
      return junitReport(files)
    case 'github':
      return githubReport(files)
    case 'json': {
      const report: Report = { version: 1, files, summary: summarise(files) }
      return `${JSON.stringify(report)}\n`
    }
  }
}
