import type { Dirent } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
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

/**
 * The Markdown files under a folder, as {@link walkFolder} finds them; and what of it could not be looked into.
 *
 * @param at files and folders in it: only what they are or hold is looked for, and found where all of the folder would hold it too
 */
export async function markdownFilesIn(
  folder: string,
  shown: (path: string) => string = (path) => path,
  limits: FolderLimits = NO_LIMITS,
  at: ReadonlySet<string> = new Set([folder]),
): Promise<FoundIn> {
  const root = (await repositoryOf(folder)) ?? folder
  const walk: Walk = {
    ...{ start: folder, root, at, onTheWay: foldersOnTheWay(folder, at) },
    ...{ paths: [], folders: [], problems: [], shown, limits, seen: 0, leftOut: undefined },
  }
  // The nearest first: at a limit, what lies deep is left out, not what comes late by its name.
  const waiting: Place[] = [{ path: folder, isWanted: at.has(folder), above: await rulesAbove(root, folder) }]
  for (const place of waiting) {
    for (const inside of await walkFolder(walk, place)) waiting.push(inside)
    if (walk.leftOut !== undefined) break
  }
  return walk
}

/** The folders that have to be entered for what lies at these places. */
function foldersOnTheWay(start: string, at: ReadonlySet<string>): ReadonlySet<string> {
  const folders = new Set<string>()
  for (const path of at) {
    for (
      let above = dirname(path);
      above.length >= start.length && !folders.has(above);
      above = dirname(above)
    )
      folders.add(above)
  }
  return folders
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
  readonly at: ReadonlySet<string>
  readonly onTheWay: ReadonlySet<string>
  readonly paths: string[]
  readonly folders: string[]
  readonly problems: string[]
  readonly shown: Shown
  readonly limits: FolderLimits
  seen: number
  leftOut: string | undefined
}

interface Place {
  readonly path: string
  /** Whether all that it holds is looked for. */
  readonly isWanted: boolean
  readonly above: GitIgnore
}

/**
 * Every folder but `node_modules`, `.git`, nested git worktrees and what `.gitignore` names. Symbolic links are not
 * followed, as git and ripgrep do not: a loop of them would never end, and a file would be found twice.
 *
 * @returns the folders in it, in which nothing has been looked for
 */
async function walkFolder(walk: Walk, { path: folder, isWanted, above }: Place): Promise<readonly Place[]> {
  const entries = await entriesOf(walk, folder)
  if (folder !== walk.start && (await isWorktree(folder, entries))) return []
  walk.folders.push(folder)
  const rules = await rulesOf(walk, folder, entries, above)
  const inside: Place[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const isAsked = isWanted || walk.at.has(path)
    if (!isAsked && !walk.onTheWay.has(path)) continue
    if (walk.seen === walk.limits.entries) {
      walk.leftOut = onlyTheFirst(walk.limits.entries, 'files and folders', walk, folder)
      break
    }
    if (++walk.seen % IN_ONE_GO === 0) await setImmediate()
    if (entry.isDirectory()) {
      const skipped = entry.name === 'node_modules' || entry.name === '.git'
      if (!skipped && !rules.ignores(fromRoot(walk, path), 'folder'))
        inside.push({ path, isWanted: isAsked, above: rules })
    } else if (entry.isFile() && isMarkdownFile(entry.name) && !rules.ignores(fromRoot(walk, path), 'file')) {
      if (walk.paths.length === walk.limits.files) {
        walk.leftOut = onlyTheFirst(walk.limits.files, 'Markdown files', walk, folder)
        break
      }
      walk.paths.push(path)
    }
  }
  return inside
}

/** Of a home folder or a whole disk, opened by mistake, all would take hours. @param folder that is not looked into to its end */
function onlyTheFirst(count: number, what: string, { start }: Walk, folder: string): string {
  const first = folder === start ? 'the folder itself' : relative(start, folder).split(sep).join('/')
  return `Only the first ${count.toLocaleString('en')} ${what} of this folder are looked at. The first that is not lies in ${first}. Open the folder of the specifications, or let .gitignore name what is not theirs.`
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
