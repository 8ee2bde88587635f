import { type ConfigHost, readText } from './config-host'
import { childOf, parentOf } from './folders'

/** The nearest folder upward that is a repository, else the folder itself. */
export async function repositoryOf(host: ConfigHost, folder: string): Promise<string> {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    if (await isRepository(host, at)) return at
  }
  return folder
}

/** A repository has a folder `.git` with a `HEAD`; a worktree or submodule has a file `.git`. */
export async function isRepository(host: ConfigHost, folder: string): Promise<boolean> {
  for (const name of ['.git/HEAD', '.git']) {
    const read = await readText(host, childOf(folder, name))
    if ('text' in read && read.text !== undefined) return true
  }
  return false
}
