import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CONFIG_FILE } from '../core/config/load-config'

/** The repository that a folder lies in; `undefined` where there is none. */
export async function repositoryOf(folder: string): Promise<string | undefined> {
  return nearestWith('.git', folder)
}

/** See `CliFiles.workspaceOf`. @param path absolute */
export async function workspaceOf(path: string): Promise<string | undefined> {
  const folder = await folderOf(path)
  if (folder === undefined) return undefined
  const own = folder === path ? folder : undefined
  return (await repositoryOf(folder)) ?? (await nearestWith(CONFIG_FILE, folder)) ?? own
}

/** The nearest folder upward that exists, from a path itself on. */
export async function folderOf(path: string): Promise<string | undefined> {
  for (let at = path; ; at = dirname(at)) {
    if (await isFolder(at)) return at
    if (dirname(at) === at) return undefined
  }
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** The nearest folder upward that has an entry of this name. */
async function nearestWith(name: string, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, name))) return at
    if (dirname(at) === at) return undefined
  }
}

export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
