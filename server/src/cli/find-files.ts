import type { CliEnvironment } from './environment'

export interface FoundFiles {
  /** Each file once, by name. */
  readonly paths: readonly string[]
  /** The folders and globs asked for, with the names of their files. */
  readonly folders: readonly FoundFolder[]
  /** The files and folders asked for at which there is something, absolute; of a glob the folder that it begins in. */
  readonly given: readonly string[]
  readonly failed: boolean
}

export interface FoundFolder {
  readonly kind: 'folder' | 'glob'
  readonly path: string
  readonly names: readonly string[]
}

/** The files among paths, folders looked into; what could not be is complained of. */
export async function findFiles(paths: readonly string[], environment: CliEnvironment): Promise<FoundFiles> {
  const { files, complain } = environment
  const nameOf = (path: string) => files.nameOf(files.uriOf(path))
  const byName = new Map<string, string>()
  const folders: FoundFolder[] = []
  const given: string[] = []
  let failed = false
  for (const path of paths) {
    const found = await files.find(path)
    if (found.kind === 'problem') {
      complain(`${found.problem}\n`)
      failed = true
      continue
    }
    given.push(found.kind === 'file' ? found.path : found.folder)
    const members = found.kind === 'file' ? [found.path] : found.paths
    for (const member of members) byName.set(nameOf(member), member)
    if (found.kind === 'file') continue
    folders.push({ kind: found.kind, path, names: members.map(nameOf) })
    for (const problem of found.problems) complain(`${problem}\n`)
    if (found.problems.length > 0) failed = true
  }
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1))
  return { paths: sorted.map(([, path]) => path), folders, given, failed }
}
