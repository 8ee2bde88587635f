import { checkFile } from './check-file'
import type { CheckDetail, CheckedFile } from './checked-file'
import type { CliEnvironment } from './environment'
import { EXIT } from './exit'
import { gatherSpecs, type Looked } from './gather-specs'
import { htmlOverview } from './progress/html-overview'
import { jsonOverview } from './progress/json-overview'
import { markdownOverview } from './progress/markdown-overview'
import { overviewOf } from './progress/overview'
import { prettyOverview } from './progress/pretty-overview'
import type { ProgressOptions } from './progress-options'

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
  const { files, print } = environment
  const { specs, failed } = await gatherSpecs(
    paths,
    environment,
    async (path, service): Promise<Looked<CheckedFile>> => {
      const outcome = await checkFile(path, service, files, NO_DETAIL)
      return outcome.kind === 'checked' ? { kind: 'spec', spec: outcome.file } : outcome
    },
    ({ report }) => report.file,
  )
  print(written(specs, format))
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
