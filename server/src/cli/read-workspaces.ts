import type { SpecService } from '../core/service'
import type { FolderOptions } from '../core/workspace/workspace'
import type { CliEnvironment } from './environment'
import { createProgressLine } from './progress-line'

/**
 * Reads the specifications that those among paths are judged beside: the paths limit what is reported, never what is read.
 *
 * @param options how; see `FolderOptions`
 */
export async function readWorkspaces(
  paths: readonly string[],
  service: SpecService,
  environment: CliEnvironment,
  options: Pick<FolderOptions, 'signal' | 'judging'> = {},
): Promise<void> {
  const { files } = environment
  const folders = new Set<string>()
  for (const path of paths) {
    const folder = await files.workspaceOf(path)
    if (folder !== undefined) folders.add(files.uriOf(folder).replace(/\/$/, ''))
  }
  const progress = createProgressLine('Reading', environment)
  for (const folder of outermost([...folders])) {
    await service.addFolder(folder, {
      reading(done, total) {
        if (done === 1) environment.prepareFor(total)
        progress.show(done, total)
      },
      ...options,
    })
  }
  progress.end()
}

function outermost(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)))
}
