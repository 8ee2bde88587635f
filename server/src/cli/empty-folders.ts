import type { CliEnvironment } from './environment'
import type { FoundFiles } from './find-files'

/** Tells each folder and glob asked for in which there is no specification: a wrong glob must not look clean. */
export function complainOfEmptyFolders(
  { folders }: FoundFiles,
  specs: Iterable<string>,
  { complain }: CliEnvironment,
): boolean {
  const names = new Set(specs)
  const empty = folders.filter((folder) => !folder.names.some((name) => names.has(name)))
  for (const { kind, path } of empty)
    complain(`${path}: no specification found${kind === 'folder' ? ' in this folder' : ''}.\n`)
  return empty.length > 0
}
