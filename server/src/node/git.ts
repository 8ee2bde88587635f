import { execFile } from 'node:child_process'
import { dirname, join, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import type { FilesBefore } from '../cli/files-before'
import { folderOf } from './folders'
import { decodeText } from './read-text'

const execute = promisify(execFile)
const MAX_BYTES = 256 * 1024 * 1024

/**
 * The repositories that files and folders lie in, as they were. Those that do not exist are left out. @see repositoryBefore
 *
 * @param paths absolute
 */
export async function filesBefore(ref: string, paths: readonly string[]): Promise<readonly FilesBefore[]> {
  const found: FilesBefore[] = []
  for (const path of paths) {
    const folder = await folderOf(path)
    if (folder === undefined || found.some((one) => one.covers(folder))) continue
    found.push(await repositoryBefore(ref, folder))
  }
  return found
}

/**
 * The files of the repository that a folder lies in, as they were where the work in it left a commit: at the merge base of
 * the commit and `HEAD`, or at the commit itself where no base is known, as in a shallow clone.
 *
 * @throws {Error} a sentence: there is no git, no repository, or no such commit
 */
async function repositoryBefore(ref: string, folder: string): Promise<FilesBefore> {
  // From the folder upward: `--show-toplevel` would tell the way behind symbolic links, which no other path has.
  const up = await git(folder, 'rev-parse', '--show-cdup').catch((error: unknown) => {
    throw new Error(`--since needs a git repository: ${reasonOf(error)}`)
  })
  const root = resolve(folder, up.toString().trim())
  const commit = await commitOf(ref, root)
  const [listed, changes] = await Promise.all([
    git(root, 'ls-tree', '-r', '-z', commit),
    git(root, 'diff', '--name-status', '-z', '-M', '--no-ext-diff', '--ignore-submodules', commit, '--'),
  ])
  return filesOf(root, blobsIn(root, listed.toString()), changesIn(root, changes.toString()))
}

async function commitOf(ref: string, root: string): Promise<string> {
  const resolved = await git(root, 'rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`)
    .then((id) => id.toString().trim())
    .catch(() => {
      throw new Error(`--since: git knows no commit “${ref}” here.`)
    })
  const base = await git(root, 'merge-base', resolved, 'HEAD').catch(() => undefined)
  return base?.toString().trim() || resolved
}

/** What git says of files since a commit. */
interface Changes {
  /** Files that are not what they were, by the name they had. */
  readonly changed: ReadonlySet<string>
  /** New name → old name. */
  readonly renamed: ReadonlyMap<string, string>
  /** Files that are not there any more under the name they had. */
  readonly gone: ReadonlySet<string>
}

function filesOf(
  root: string,
  blobs: ReadonlyMap<string, string>,
  { changed, renamed, gone }: Changes,
): FilesBefore {
  const folders = new Set<string>()
  for (const path of blobs.keys()) {
    for (let at = dirname(path); !folders.has(at) && at.length >= root.length; at = dirname(at))
      folders.add(at)
  }
  return {
    covers: (path) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep),
    nameOf: (path) => renamed.get(path) ?? (blobs.has(path) ? path : undefined),
    has: (path) => blobs.has(path) || folders.has(path),
    gone: [...gone],
    isSame: (path) => blobs.has(path) && !changed.has(path),
    async read(path) {
      const id = blobs.get(path)
      if (id === undefined) throw new Error('no such file.')
      return decodeText(await git(root, 'cat-file', 'blob', id))
    },
  }
}

/** Names and object names of `git ls-tree -r -z`: `100644 blob 8f3c…\tpath`. */
function blobsIn(root: string, listed: string): ReadonlyMap<string, string> {
  const blobs = new Map<string, string>()
  for (const entry of listed.split('\0')) {
    const match = /^\d+ blob ([\da-f]+)\t/.exec(entry)
    if (match !== null) blobs.set(join(root, entry.slice(match[0].length)), match[1] ?? '')
  }
  return blobs
}

/** `git diff --name-status -z`: `M`, path; `R087`, old path, new path. */
function changesIn(root: string, listed: string): Changes {
  const changed = new Set<string>()
  const renamed = new Map<string, string>()
  const gone = new Set<string>()
  const parts = listed.split('\0')
  for (let at = 0; at + 1 < parts.length; ) {
    const status = parts[at] ?? ''
    const path = join(root, parts[at + 1] ?? '')
    changed.add(path)
    if (status.startsWith('D') || status.startsWith('R')) gone.add(path)
    at += 2
    if (status.startsWith('R') || status.startsWith('C')) {
      renamed.set(join(root, parts[at] ?? ''), path)
      at++
    }
  }
  return { changed, renamed, gone }
}

/** Names of variables by which a hook tells git of one repository: the folder decides here. */
const LOCAL = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX', 'GIT_COMMON_DIR']

async function git(folder: string, ...args: readonly string[]): Promise<Buffer> {
  const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' }
  for (const name of LOCAL) delete env[name as keyof typeof env]
  // A repository may name a program to ask which files have changed: nothing of it is run.
  const options = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']
  const { stdout } = await execute('git', [...options, ...args], {
    cwd: folder,
    env,
    encoding: 'buffer',
    maxBuffer: MAX_BYTES,
  })
  return stdout
}

function reasonOf(error: unknown): string {
  const { code, stderr } = error as { code?: unknown; stderr?: Buffer }
  if (code === 'ENOENT') return 'the program “git” was not found.'
  const line = stderr?.toString().trim().split('\n')[0] ?? ''
  return line === '' ? String(error) : `git says “${line.replace(/^fatal: /, '')}”.`
}
