import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { URI } from 'vscode-uri'
import type { CliFiles, FoundPath, ReadFile } from '../cli/environment'
import { isMarkdownFile } from '../cli/markdown-files'
import { CONFIG_FILE } from '../core/config/load-config'
import { type GitIgnore, NO_RULES } from './gitignore'
import { decodeText, reasonOf } from './read-text'
import { createFile, replaceFile } from './write-file'

const MAX_BYTES = 64 * 1024 * 1024
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
        : find(resolve(cwd, path), shown),
    workspaceOf: (path) => workspaceOf(resolve(cwd, path)),
    read: (path) => read(resolve(cwd, path), shown),
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

async function find(path: string, shown: Shown): Promise<FoundPath> {
  try {
    const found = await stat(path)
    if (found.isFile()) return { kind: 'file', path }
    if (!found.isDirectory())
      return { kind: 'problem', problem: `${shown(path)}: neither a file nor a folder.` }
  } catch (error) {
    return { kind: 'problem', problem: `${shown(path)}: ${reasonOf(error)}` }
  }
  const { paths, problems } = await markdownFilesIn(path, shown)
  return { kind: 'folder', paths, problems }
}

/** The Markdown files under a folder, as {@link walkFolder} finds them; and what of it could not be looked into. */
export async function markdownFilesIn(
  folder: string,
  shown: (path: string) => string = (path) => path,
): Promise<FoundIn> {
  const root = await repositoryOf(folder)
  const walk: Walk = { start: folder, root, paths: [], folders: [], problems: [], shown }
  await walkFolder(walk, folder, await rulesAbove(walk.root, folder))
  return walk
}

export interface FoundIn {
  readonly paths: readonly string[]
  /** The folders that were looked into, itself included. */
  readonly folders: readonly string[]
  readonly problems: readonly string[]
}

interface Walk {
  readonly start: string
  /** Where the rules of `.gitignore` count from. */
  readonly root: string
  readonly paths: string[]
  readonly folders: string[]
  readonly problems: string[]
  readonly shown: Shown
}

/**
 * Every folder but `node_modules`, `.git`, nested git worktrees and what `.gitignore` names. Symbolic links are not
 * followed, as git and ripgrep do not: a loop of them would never end, and a file would be found twice.
 */
async function walkFolder(walk: Walk, folder: string, above: GitIgnore): Promise<void> {
  const entries = await entriesOf(walk, folder)
  if (folder !== walk.start && (await isWorktree(folder, entries))) return
  walk.folders.push(folder)
  const rules = await rulesOf(walk, folder, entries, above)
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const skipped = entry.name === 'node_modules' || entry.name === '.git'
      if (!skipped && !rules.ignores(fromRoot(walk, path), 'folder')) await walkFolder(walk, path, rules)
    } else if (entry.isFile() && isMarkdownFile(entry.name) && !rules.ignores(fromRoot(walk, path), 'file')) {
      walk.paths.push(path)
    }
  }
}

function fromRoot(walk: Walk, path: string): string {
  return relative(walk.root, path).split(sep).join('/')
}

async function entriesOf(walk: Walk, folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    walk.problems.push(`${walk.shown(folder)}: ${reasonOf(error)}`)
    return []
  }
}

async function rulesOf(
  walk: Walk,
  folder: string,
  entries: readonly Dirent[],
  above: GitIgnore,
): Promise<GitIgnore> {
  if (!entries.some((entry) => entry.name === '.gitignore')) return above
  const text = await readText(join(folder, '.gitignore'))
  return text === undefined ? above : above.with(fromRoot(walk, folder), text)
}

/** A worktree has a file `.git` that points into its repository; so has a submodule, which is looked into. */
async function isWorktree(folder: string, entries: readonly Dirent[]): Promise<boolean> {
  if (!entries.some((entry) => entry.name === '.git' && entry.isFile())) return false
  return /^gitdir:.*[\\/]worktrees[\\/]/.test((await readText(join(folder, '.git'))) ?? '')
}

/** The repository that a folder is in, or the folder itself. */
async function repositoryOf(folder: string): Promise<string> {
  return (await nearestWith('.git', folder)) ?? folder
}

/** The nearest folder upward that has an entry of this name. */
async function nearestWith(name: string, folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const has = await stat(join(at, name)).then(
      () => true,
      () => false,
    )
    if (has) return at
    if (dirname(at) === at) return undefined
  }
}

async function workspaceOf(path: string): Promise<string | undefined> {
  const folder = await folderOf(path)
  if (folder === undefined) return undefined
  return (await nearestWith('.git', folder)) ?? (await nearestWith(CONFIG_FILE, folder)) ?? folder
}

/** A folder itself, or that of a file, which need not exist. */
export async function folderOf(path: string): Promise<string | undefined> {
  for (const folder of [path, dirname(path)]) {
    const isFolder = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isFolder) return folder
  }
  return undefined
}

/** Rules of the folders from the root down to the parent of `folder`: none where they ignore `folder`, as it was asked for. */
async function rulesAbove(root: string, folder: string): Promise<GitIgnore> {
  let rules = NO_RULES
  let at = root
  for (const name of relative(root, folder).split(sep)) {
    if (name === '') break
    const text = await readText(join(at, '.gitignore'))
    if (text !== undefined) rules = rules.with(relative(root, at).split(sep).join('/'), text)
    at = join(at, name)
    if (rules.ignores(relative(root, at).split(sep).join('/'), 'folder')) return NO_RULES
  }
  return rules
}

async function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}

async function read(path: string, shown: Shown): Promise<ReadFile> {
  try {
    const { size } = await stat(path)
    if (size > MAX_BYTES)
      return { problem: `${shown(path)}: too large to be checked (${Math.round(size / 1e6)} MB).` }
    const bytes = await readFile(path)
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
