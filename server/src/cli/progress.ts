import { checkFile } from './check-file'
import type { CheckDetail, CheckedFile } from './checked-file'
import { complainOfConfigs, holdsForNone } from './config-problems'
import { complainOfEmptyFolders } from './empty-folders'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { findFiles } from './find-files'
import { htmlOverview } from './progress/html-overview'
import { jsonOverview } from './progress/json-overview'
import { markdownOverview } from './progress/markdown-overview'
import { overviewOf } from './progress/overview'
import { prettyOverview } from './progress/pretty-overview'

export const PROGRESS_FORMATS = ['pretty', 'md', 'html', 'json'] as const

export interface ProgressOptions {
  readonly format: (typeof PROGRESS_FORMATS)[number]
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
  const checked: CheckedFile[] = []
  let failed = found.failed
  for (const path of found.paths) {
    const outcome = await checkFile(path, service, files, NO_DETAIL)
    if (outcome.kind === 'checked') checked.push(outcome.file)
    else if (outcome.kind === 'failed') {
      complain(`${outcome.problem}\n`)
      failed = true
    }
  }
  const specs = checked.map(({ report }) => report.file)
  if (complainOfEmptyFolders(found, specs, environment)) failed = true
  else if (checked.length === 0 && !failed) {
    complain('No specification found.\n')
    failed = true
  }
  const isExcused = holdsForNone(found.given, files)
  if (await complainOfConfigs(service, environment, isExcused)) failed = true
  print(written(checked, format))
  return failed ? EXIT.failed : EXIT.clean
}

const NO_DETAIL: CheckDetail = { excerpts: false, fixes: false }

function written(checked: readonly CheckedFile[], format: ProgressOptions['format']): string {
  const overview = overviewOf(checked)
  switch (format) {
    case 'json':
      return jsonOverview(
        checked.map(({ report }) => report),
        overview,
      )
    case 'html':
      return htmlOverview(overview)
    case 'md':
      return markdownOverview(overview)
    case 'pretty':
      return prettyOverview(overview)
  }
}
