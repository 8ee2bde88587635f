import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Severity } from '../core/rules/rule'
import type { Analysis, SpecService } from '../core/service'
import { complainOfConfigs } from './config-problems'
import { isConfigured } from './configured'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { isMarkdownFile } from './markdown-files'
import { createPrettyReporter } from './pretty-reporter'
import { type FileReport, fileReport, type Report, SEVERITIES, summarise } from './report'

export interface CheckOptions {
  readonly format: 'pretty' | 'json'
  readonly failOn: Severity | 'never'
  readonly allowNone: boolean
  readonly hints: boolean
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
  const found = await findFiles(paths, environment)
  const service = environment.createService()
  const print = printer(options, environment)
  const reports: FileReport[] = []
  let failed = found.failed
  for (const path of found.paths) {
    const outcome = await checkFile(path, service, environment)
    if (outcome === 'failed') failed = true
    else if (outcome !== 'no spec') {
      const report = fileReport(environment.files.nameOf(outcome.document.uri), outcome)
      reports.push(report)
      print.file(report, outcome)
    }
  }
  if (await complainOfConfigs(service, environment)) failed = true
  const specs = new Set(reports.map((report) => report.file))
  const empty = found.folders.filter((folder) => !folder.names.some((name) => specs.has(name)))
  if (!options.allowNone) {
    for (const { path } of empty) environment.complain(`${path}: no specification found in this folder.\n`)
    if (empty.length > 0) failed = true
  }
  print.end(reports)
  if (failed) return EXIT.failed
  return reports.some((report) => fails(report, options.failOn)) ? EXIT.findings : EXIT.clean
}

interface FoundFiles {
  /** Each file once, by name. */
  readonly paths: readonly string[]
  /** The folders asked for, with the names of their files. */
  readonly folders: readonly { readonly path: string; readonly names: readonly string[] }[]
  readonly failed: boolean
}

async function findFiles(paths: readonly string[], environment: CliEnvironment): Promise<FoundFiles> {
  const { files, complain } = environment
  const nameOf = (path: string) => files.nameOf(files.uriOf(path))
  const byName = new Map<string, string>()
  const folders: { path: string; names: string[] }[] = []
  let failed = false
  for (const path of paths) {
    const found = await files.find(path)
    if (found.kind === 'problem') {
      complain(`${found.problem}\n`)
      failed = true
      continue
    }
    const members = found.kind === 'file' ? [found.path] : found.paths
    for (const member of members) byName.set(nameOf(member), member)
    if (found.kind === 'file') continue
    folders.push({ path, names: members.map(nameOf) })
    for (const problem of found.problems) complain(`${problem}\n`)
    if (found.problems.length > 0) failed = true
  }
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
  return { paths: sorted.map(([, path]) => path), folders, failed }
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
  try {
    const analysis = await service.analyse(TextDocument.create(uri, 'markdown', 0, read.text))
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
  if (options.format === 'json') {
    return {
      file: () => {},
      end: (files: readonly FileReport[]) => {
        const report: Report = { version: 1, files, summary: summarise(files) }
        environment.print(`${JSON.stringify(report)}\n`)
      },
    }
  }
  const pretty = createPrettyReporter({ colour: environment.colour, hints: options.hints })
  return {
    file: (report: FileReport, { document, diagnostics }: Analysis) =>
      environment.print(pretty.file(report, document, diagnostics)),
    end: (files: readonly FileReport[]) => environment.print(pretty.summary(summarise(files))),
  }
}
