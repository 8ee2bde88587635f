import { TextDocument } from 'vscode-languageserver-textdocument'
import { rules } from '../core/rules'
import type { Finding, Severity } from '../core/rules/rule'
import type { Analysis, SpecService } from '../core/service'
import { complainOfConfigs } from './config-problems'
import { isConfigured } from './configured'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import { githubReport } from './github-reporter'
import { junitReport } from './junit-reporter'
import { isMarkdownFile } from './markdown-files'
import { createPrettyReporter } from './pretty-reporter'
import { type FileReport, fileReport, type Report, SEVERITIES, summarise } from './report'
import { unknownRule } from './rules'
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
  let failed = false
  const take = (outcome: Analysis | 'no spec' | 'failed') => {
    if (outcome === 'failed') failed = true
    else if (outcome !== 'no spec') {
      const kept = { ...outcome, ...keptOf(outcome, isKept) }
      const report = fileReport(files.nameOf(outcome.document.uri), kept, files.nameOf)
      reports.push(report)
      print.file(report, kept)
    }
  }
  if (options.stdin)
    take(
      await checkText(options.stdinFilename ?? 'stdin.md', await environment.input(), service, environment),
    )
  else {
    const found = await findFiles(paths, environment)
    failed = found.failed
    for (const path of found.paths) take(await checkFile(path, service, environment))
    const specs = new Set(reports.map((report) => report.file))
    const empty = found.folders.filter((folder) => !folder.names.some((name) => specs.has(name)))
    if (!options.allowNone && empty.length > 0) {
      for (const { path } of empty) complain(`${path}: no specification found in this folder.\n`)
      failed = true
    }
  }
  if (await complainOfConfigs(service, environment)) failed = true
  print.end(reports, !failed)
  if (failed) return EXIT.failed
  return reports.some((report) => fails(report, options.failOn)) ? EXIT.findings : EXIT.clean
}

function isSound({ rule, stdinFilename, stdin }: CheckOptions, { complain }: CliEnvironment): boolean {
  const unknown = (rule ?? []).filter((name) => !rules.some((one) => one.name === name))
  for (const name of unknown) complain(`${unknownRule(name)}\n`)
  const isAlone = stdinFilename !== undefined && stdin !== true
  if (isAlone) complain('--stdin-filename is for a text that comes with --stdin.\n')
  return unknown.length === 0 && !isAlone
}

/** Which findings are reported. What the runner says of itself always is. */
function keeper({ rule, quiet, failOn }: CheckOptions): (finding: Finding) => boolean {
  const severe = failOn === 'never' ? SEVERITIES : SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1)
  return (finding) =>
    (rule === undefined || rule.includes(finding.rule) || finding.rule.startsWith('internal/')) &&
    (quiet !== true || severe.includes(finding.severity))
}

function keptOf({ findings, diagnostics }: Analysis, isKept: (finding: Finding) => boolean) {
  const kept = findings.map(isKept)
  return {
    findings: findings.filter((_, at) => kept[at]),
    diagnostics: diagnostics.filter((_, at) => kept[at]),
  }
}

async function checkFile(
  path: string,
  service: SpecService,
  environment: CliEnvironment,
): Promise<Analysis | 'no spec' | 'failed'> {
  const { files, complain } = environment
  const uri = files.uriOf(path)
  // All files of a commit may be given, pictures too.
  if (!isMarkdownFile(path) && !(await isConfigured(service, uri))) return 'no spec'
  const read = await files.read(path)
  if ('problem' in read) {
    complain(`${read.problem}\n`)
    return 'failed'
  }
  return checkText(path, read.text, service, environment)
}

async function checkText(
  path: string,
  text: string,
  service: SpecService,
  { files, complain }: CliEnvironment,
): Promise<Analysis | 'no spec' | 'failed'> {
  const uri = files.uriOf(path)
  try {
    const analysis = await service.analyse(TextDocument.create(uri, 'markdown', 0, text))
    const { kind } = analysis.spec.recognition
    return kind === 'spec' || kind === 'loose' || analysis.diagnostics.length > 0 ? analysis : 'no spec'
  } catch (error) {
    complain(`${files.nameOf(uri)}: could not be checked, an error in specmark: ${describe(error)}\n`)
    return 'failed'
  } finally {
    service.close(uri)
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
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
      file: (report: FileReport, { document, diagnostics }: Analysis) =>
        environment.print(pretty.file(report, document, diagnostics)),
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
