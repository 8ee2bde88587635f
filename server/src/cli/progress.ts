import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Count } from '../core/index/spec-index'
import { complainOfConfigs } from './config-problems'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { isMarkdownFile } from './markdown-files'
import { type FileReport, fileReport } from './report'
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
  const reports: FileReport[] = []
  let failed = false
  for (const path of await markdownUnder(paths, environment, () => (failed = true))) {
    const read = await files.read(path)
    if ('problem' in read) {
      complain(`${read.problem}\n`)
      failed = true
      continue
    }
    const uri = files.uriOf(path)
    const analysis = await service.analyse(TextDocument.create(uri, 'markdown', 0, read.text))
    const { kind } = analysis.spec.recognition
    if (kind === 'spec' || kind === 'loose') reports.push(fileReport(analysis, files.nameOf, false))
    service.close(uri)
  }
  if (await complainOfConfigs(service, environment)) failed = true
  if (reports.length === 0) {
    complain('No specification found.\n')
    failed = true
  }
  print(format === 'json' ? jsonOf(reports) : prettyOf(reports))
  return failed ? EXIT.failed : EXIT.clean
}

async function markdownUnder(
  paths: readonly string[],
  { files, complain }: CliEnvironment,
  fail: () => void,
): Promise<readonly string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    const one = await files.find(path)
    if (one.kind === 'file') found.add(one.path)
    if (one.kind === 'folder') for (const member of one.paths) found.add(member)
    const problems = one.kind === 'folder' ? one.problems : one.kind === 'problem' ? [one.problem] : []
    for (const problem of problems) complain(`${problem}\n`)
    if (problems.length > 0) fail()
  }
  return [...found].filter(isMarkdownFile).sort()
}

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
