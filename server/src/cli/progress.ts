import type { Count } from '../core/index/spec-index'
import { checkFile } from './check-file'
import type { CheckDetail } from './checked-file'
import { complainOfConfigs, holdsForNone } from './config-problems'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import type { FileReport } from './report'
import { printable } from './source-line'

export interface ProgressOptions {
  readonly format: 'pretty' | 'json'
}

/**
 * Prints how far the specifications among files and folders are, by status.
 *
 * @returns the exit code: 2 where a path, a file or a config could not be read, or no specification was found
 */
export async function progress(
  paths: readonly string[],
  { format }: ProgressOptions,
  environment: CliEnvironment,
): Promise<number> {
  const { files, print, complain } = environment
  const service = environment.createService()
  const found = await findFiles(paths, environment)
  const reports: FileReport[] = []
  let failed = found.failed
  for (const path of found.paths) {
    const outcome = await checkFile(path, service, files, NO_DETAIL)
    if (outcome.kind === 'checked') reports.push(outcome.file.report)
    else if (outcome.kind === 'failed') {
      complain(`${outcome.problem}\n`)
      failed = true
    }
  }
  const specs = reports.map(({ file }) => file)
  if (complainOfEmptyFolders(found, specs, environment)) failed = true
  else if (reports.length === 0 && !failed) {
    complain('No specification found.\n')
    failed = true
  }
  const isExcused = holdsForNone(found.given, files)
  if (await complainOfConfigs(service, environment, isExcused)) failed = true
  print(format === 'json' ? jsonOf(reports) : prettyOf(reports))
  return failed ? EXIT.failed : EXIT.clean
}

const NO_DETAIL: CheckDetail = { excerpts: false, fixes: false }

function jsonOf(reports: readonly FileReport[]): string {
  const listed = reports.map(({ file, template, id, title, status, progress }) => ({
    file,
    template,
    id,
    title,
    status,
    progress,
  }))
  return `${JSON.stringify({ version: 1, files: listed, total: sumOf(reports) })}\n`
}

/** Specs by status, most files first; a bar for each. */
function prettyOf(reports: readonly FileReport[]): string {
  if (reports.length === 0) return ''
  const groups = new Map<string, FileReport[]>()
  for (const report of reports) {
    const status = report.status ?? 'No status'
    groups.set(status, [...(groups.get(status) ?? []), report])
  }
  const width = Math.max(...reports.map(({ file }) => file.length))
  const blocks = [...groups].map(([status, members]) => {
    const lines = members.map(
      (report) =>
        `  ${bar(report.progress)}  ${printable(report.file.padEnd(width))}  ${printable(report.title ?? '')}`,
    )
    return `${printable(status)} (${members.length})\n${lines.map((line) => line.trimEnd()).join('\n')}\n`
  })
  const total = sumOf(reports)
  const specs = `${reports.length} specification${reports.length === 1 ? '' : 's'}`
  return `${blocks.join('\n')}\n${specs}: ${total.done} of ${total.total} boxes ticked\n`
}

function sumOf(reports: readonly FileReport[]): Count {
  return reports.reduce<Count>(
    (sum, { progress: { done, total } }) => ({ done: sum.done + done, total: sum.total + total }),
    { done: 0, total: 0 },
  )
}

const BAR = 10

function bar({ done, total }: Count): string {
  // Nearly done is not done: the last cell is filled by the last box.
  const filled = total === 0 ? 0 : Math.floor((done * BAR) / total)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${`${done}/${total}`.padStart(7)}`
}
