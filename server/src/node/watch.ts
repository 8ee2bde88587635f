import { existsSync, type FSWatcher, watch as watchFolder } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { CONFIG_FILES, isConfigFile } from '../cli/config-files'
import type { FileWatcher } from '../cli/environment'
import { isMarkdownFile } from '../cli/markdown-files'
import { isFolder } from './folders'
import { pathGlob } from './globs'
import { markdownFilesIn } from './markdown-files-in'

/** Milliseconds in which nothing more must happen: an editor that saves many files is one change. */
const QUIET = 60

/**
 * Watches the Markdown files of folders, named files with those beside them, and the configs and baselines that may hold for
 * them, up to their repository. By the system's own events, one watch for each folder that is looked into: nothing is polled.
 *
 * @param paths files and folders
 * @param changed told of files and folders created, changed or deleted, absolute, soon after the last of them
 * @param failed told why a folder that came later is not watched, a sentence
 * @throws {Error} a sentence, where the system watches no more
 */
export async function watch(
  paths: readonly string[],
  changed: (paths: readonly string[]) => void,
  failed: (problem: string) => void,
): Promise<FileWatcher> {
  const watchers = new Map<string, FSWatcher>()
  const included = new Set<string>()
  const waiting = new Set<string>()
  let places: Places = { whole: new Set(), files: new Set() }
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  async function heard(folder: string, name: string | null): Promise<void> {
    const path = name === null ? folder : join(folder, name)
    if (isClosed || !(await isOfInterest(path, folder, places, watchers))) return
    waiting.add(path)
    clearTimeout(timer)
    timer = setTimeout(settled, QUIET)
  }

  async function settled(): Promise<void> {
    const all = [...waiting]
    waiting.clear()
    // First: what comes into a new folder after this is heard of, what came before is found when files are looked for.
    await refresh().catch((error: unknown) => failed(error instanceof Error ? error.message : String(error)))
    if (!isClosed) changed(all)
  }

  async function refresh(): Promise<void> {
    places = await placesOf(paths, included)
    const folders = new Set([...places.whole, ...[...places.files].map((path) => dirname(path))])
    for (const [folder, watcher] of watchers) {
      if (folders.has(folder) && existsSync(folder)) continue
      watcher.close()
      watchers.delete(folder)
    }
    for (const folder of folders) {
      if (isClosed || watchers.has(folder) || !existsSync(folder)) continue
      const watcher = startWatching(folder, (name) => void heard(folder, name))
      // A folder that is removed while it is watched; it is looked for again at the next change.
      watcher.on('error', () => watchers.delete(folder))
      watchers.set(folder, watcher)
    }
  }

  await refresh()
  return {
    async include(more) {
      const before = included.size
      for (const path of more) included.add(resolve(path))
      if (included.size > before) await refresh()
    },
    close() {
      isClosed = true
      clearTimeout(timer)
      for (const watcher of watchers.values()) watcher.close()
      watchers.clear()
    },
  }
}

/** What is watched. Absolute paths. */
interface Places {
  /** Folders whose every Markdown file and folder counts. */
  readonly whole: ReadonlySet<string>
  /** Files that count wherever they lie, there or not. */
  readonly files: ReadonlySet<string>
}

async function placesOf(paths: readonly string[], included: ReadonlySet<string>): Promise<Places> {
  const whole = new Set<string>()
  const files = new Set(included)
  for (const given of paths) {
    const glob = existsSync(given) ? undefined : pathGlob(given, process.cwd())
    const path = glob !== undefined && 'folder' in glob ? glob.folder : resolve(given)
    const isWhole = await isFolder(path)
    const folders = isWhole ? (await markdownFilesIn(path)).folders : [dirname(path)]
    for (const folder of folders) whole.add(folder)
    if (!isWhole) files.add(path)
    for (const config of configPlaces(isWhole ? path : dirname(path))) files.add(config)
  }
  return { whole, files }
}

/** Where a config or baseline that holds for a folder may lie: in it and in those above, up to the repository's. */
function configPlaces(folder: string): readonly string[] {
  const places: string[] = []
  for (let at = folder; ; at = dirname(at)) {
    places.push(...CONFIG_FILES.map((name) => join(at, name)))
    if (existsSync(join(at, '.git'))) return places
    // Without a repository only what is there: in the folders above much happens that is nobody's business here.
    if (dirname(at) === at) return places.filter((path) => dirname(path) === folder || existsSync(path))
  }
}

async function isOfInterest(
  path: string,
  folder: string,
  { whole, files }: Places,
  watchers: ReadonlyMap<string, FSWatcher>,
): Promise<boolean> {
  if (files.has(path)) return true
  if (!whole.has(folder)) return false
  if (isMarkdownFile(path) || isConfigFile(path)) return true
  if (['.git', 'node_modules'].includes(basename(path))) return false
  // A folder: one that was watched has changed its name or is gone, or a new one has come.
  return watchers.has(path) || (path !== folder && (await isFolder(path)))
}

function startWatching(folder: string, heard: (name: string | null) => void): FSWatcher {
  try {
    return watchFolder(folder, (_, name) => heard(name))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const isFull = code === 'ENOSPC' || code === 'EMFILE'
    const reason = isFull
      ? 'the system watches no more folders (on Linux: fs.inotify.max_user_watches)'
      : message
    throw new Error(`${folder}: cannot be watched: ${reason}.`)
  }
}
