import { readFileSync, statSync } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { URI } from 'vscode-uri'
import type { CliFiles, FoundPath, ReadFile } from '../cli/environment'
import { exists, isFolder, repositoryOf, workspaceOf } from './folders'
import { pathGlob } from './globs'
import { markdownFilesIn } from './markdown-files-in'
import { decodeText, MAX_BYTES, reasonOf } from './read-text'
import { createFile, replaceFile } from './write-file'

/** As git does: a NUL byte near the beginning makes a file a binary one. */
const LOOKED_AT = 8000

/** Files of the disk. Relative paths count from `cwd`, an absolute path. */
export function createFiles(cwd: string): CliFiles {
  const nameOf = (path: string) => relative(cwd, path).split(sep).join('/') || '.'
  const shown = (path: string) => nameOf(resolve(cwd, path))
  return {
    find: async (path) =>
      path === ''
        ? { kind: 'problem', problem: 'A path is empty: "." is the current folder.' }
        : find(path, cwd, shown),
    async workspaceOf(path) {
      const at = resolve(cwd, path)
      const glob = (await exists(at)) ? undefined : pathGlob(path, cwd)
      return workspaceOf(glob !== undefined && 'folder' in glob ? glob.folder : at)
    },
    repositoryOf: (path) => repositoryOf(resolve(cwd, path)),
    read: (path, refused) => read(resolve(cwd, path), shown, refused),
    replace: (path, text, before) =>
      problemOf(shown(path), () =>
        replaceFile(resolve(cwd, path), text, before === undefined ? undefined : Buffer.from(before)),
      ),
    create: (path, text) => problemOf(shown(path), () => createFile(resolve(cwd, path), text)),
    // As the index has them, which compares by name.
    uriOf: (path) => URI.file(resolve(cwd, path)).toString(),
    pathOf: (uri) => fileURLToPath(uri),
    nameOf: (uri) => nameOf(fileURLToPath(uri)),
  }
}

async function problemOf(name: string, write: () => Promise<void>): Promise<string | undefined> {
  try {
    await write()
    return undefined
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`
  }
}

type Shown = (path: string) => string

async function find(given: string, cwd: string, shown: Shown): Promise<FoundPath> {
  let path = resolve(cwd, given)
  try {
    const found = await stat(path)
    path = await withoutLinks(path)
    if (found.isFile()) return { kind: 'file', path }
    if (!found.isDirectory())
      return { kind: 'problem', problem: `${shown(path)}: neither a file nor a folder.` }
  } catch (error) {
    const glob = pathGlob(given, cwd)
    if (glob === undefined) return { kind: 'problem', problem: `${shown(path)}: ${reasonOf(error)}` }
    if ('problem' in glob) return { kind: 'problem', problem: `${given}: ${glob.problem}` }
    if (!(await isFolder(glob.folder))) return { kind: 'problem', problem: `${given}: ${reasonOf(error)}` }
    const { paths, problems } = await markdownFilesIn(glob.folder, shown)
    const folder = await withoutLinks(glob.folder)
    const matched = paths.filter(glob.matches).map((one) => join(folder, relative(glob.folder, one)))
    return { kind: 'glob', folder, paths: matched, problems }
  }
  const { paths, problems } = await markdownFilesIn(path, shown)
  return { kind: 'folder', folder: path, paths, problems }
}

/** What a path with symbolic links leads to, where that lies in its own workspace; else the path. */
async function withoutLinks(path: string): Promise<string> {
  const root = await workspaceOf(path)
  if (root === undefined) return path
  const within = relative(await realpath(root), await realpath(path))
  return within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within) ? path : join(root, within)
}

async function read(
  path: string,
  shown: Shown,
  refused?: (size: number) => Promise<string | undefined>,
): Promise<ReadFile> {
  try {
    const { size } = statSync(path)
    if (size > MAX_BYTES)
      return { problem: `${shown(path)}: too large to be checked (${Math.round(size / 1e6)} MB).` }
    const problem = await refused?.(size)
    if (problem !== undefined) return { problem: `${shown(path)}: ${problem}` }
    const bytes = readFileSync(path)
    if (isUtf16(bytes)) return { problem: `${shown(path)}: UTF-16 text, not UTF-8: not checked.` }
    if (bytes.subarray(0, LOOKED_AT).includes(0))
      return { problem: `${shown(path)}: a binary file: not checked.` }
    return { text: decodeText(bytes) }
  } catch (error) {
    return { problem: `${shown(path)}: ${reasonOf(error)}` }
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}
