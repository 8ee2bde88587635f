import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { isMarkdownFile } from '../cli/markdown-files'
import { repositoryOf } from './folders'
import { type GitIgnore, NO_RULES } from './gitignore'
import { reasonOf, saysMissing } from './read-text'

/** How a path is named in a message. */
type Shown = (path: string) => string

/** How far a folder is looked into. */
export interface FolderLimits {
  /** Markdown files. */
  readonly files: number
  /** Files and folders of any kind that are looked at. */
  readonly entries: number
}

export const NO_LIMITS: FolderLimits = {
  files: Number.POSITIVE_INFINITY,
  entries: Number.POSITIVE_INFINITY,
}

/** The Markdown files under a folder, as {@link walkFolder} finds them; and what of it could not be looked into. */
export async function markdownFilesIn(
  folder: string,
  shown: (path: string) => string = (path) => path,
  limits: FolderLimits = NO_LIMITS,
): Promise<FoundIn> {
  const root = (await repositoryOf(folder)) ?? folder
  const walk: Walk = {
    ...{ start: folder, root, paths: [], folders: [], problems: [], shown, limits },
    ...{ seen: 0, leftOut: undefined },
  }
  await walkFolder(walk, folder, await rulesAbove(walk.root, folder))
  return walk
}

export interface FoundIn {
  readonly paths: readonly string[]
  /** The folders that were looked into, itself included. */
  readonly folders: readonly string[]
  /** Of each folder that could not be looked into, its name and why. */
  readonly problems: readonly string[]
  /** Set where a limit was met: what was not looked for, a sentence. */
  readonly leftOut: string | undefined
}

/** Entries looked at in one go: some milliseconds. */
const IN_ONE_GO = 1000

interface Walk {
  readonly start: string
  /** Where the rules of `.gitignore` count from. */
  readonly root: string
  readonly paths: string[]
  readonly folders: string[]
  readonly problems: string[]
  readonly shown: Shown
  readonly limits: FolderLimits
  seen: number
  leftOut: string | undefined
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
    if (walk.leftOut !== undefined) return
    if (++walk.seen % IN_ONE_GO === 0) await setImmediate()
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      const skipped = entry.name === 'node_modules' || entry.name === '.git'
      if (!skipped && !rules.ignores(fromRoot(walk, path), 'folder')) await walkFolder(walk, path, rules)
    } else if (entry.isFile() && isMarkdownFile(entry.name) && !rules.ignores(fromRoot(walk, path), 'file')) {
      walk.paths.push(path)
    }
    walk.leftOut = beyond(walk)
  }
}

/** Of a home folder or a whole disk, opened by mistake, all would take hours. */
function beyond({ seen, paths, limits }: Walk): string | undefined {
  const [met, what] =
    paths.length >= limits.files ? [limits.files, 'Markdown files'] : [limits.entries, 'files and folders']
  if (paths.length < limits.files && seen < limits.entries) return undefined
  return `Only the first ${met.toLocaleString('en')} ${what} of this folder are looked at. Open the folder of the specifications, or let .gitignore name what is not theirs.`
}

function fromRoot(walk: Walk, path: string): string {
  return relative(walk.root, path).split(sep).join('/')
}

async function entriesOf(walk: Walk, folder: string): Promise<readonly Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    // One that has gone meanwhile has nothing that would be missed.
    if (!saysMissing(error)) walk.problems.push(`${walk.shown(folder)}: ${reasonOf(error)}`)
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
