import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { PackedSymbols } from '../core/index/workspace/packed-symbols'
import { digest } from './digest'

/** Files that a folder's cache is divided into: a change rewrites one of them. */
export const SHARDS = 128

export interface CacheEntry {
  /** What it was read by, beside its text. */
  readonly key: string
  /** Of the file, in bytes. */
  readonly size: number
  /** Names the file on the disk, and when it was changed last. */
  readonly changed: string
  /** Names its text. */
  readonly digest: string
  readonly packed: PackedSymbols
}

/** By URI. */
export type Shard = Map<string, CacheEntry>

/** Where the parts of a cache lie. Nothing here rejects: what cannot be read is not there, what cannot be written is not kept. */
export interface ShardStore {
  read(number: number): Promise<Shard>
  write(number: number, shard: Shard): Promise<void>
  /** Removes what nobody uses any more. @param used the parts that are in use; `undefined`: any may be */
  tidy(used: ReadonlySet<number> | undefined): Promise<void>
}

/** Folders of which something is kept at most: those that were used last. */
const MOST_FOLDERS = 50

/** Milliseconds after which a file that was half written will not be finished any more. */
const ABANDONED = 3_600_000

const SUFFIX = '.shard'

/**
 * Parts as files. Each bears the digest of what is in it, and is put in place whole: another process may read and write the same.
 *
 * @param folder absolute; beside it lie those of other folders, and nothing else
 * @param version names the program that reads: what another one has written is not read
 */
export function createShardStore(
  folder: string,
  version: string,
  log: (message: string) => void,
): ShardStore {
  let isBroken = false
  const pathOf = (number: number) => join(folder, `${number}${SUFFIX}`)

  return {
    async read(number) {
      try {
        return shardIn(await readFile(pathOf(number)), version)
      } catch {
        // There is none yet, or it is damaged.
        return new Map()
      }
    },
    async write(number, shard) {
      if (isBroken) return
      const body = serialize([version, [...shard]])
      const temporary = join(folder, `${number}.${process.pid}-${Math.random().toString(36).slice(2)}`)
      try {
        await mkdir(folder, { recursive: true })
        await writeFile(temporary, Buffer.concat([Buffer.from(digest(body)), body]))
        await rename(temporary, pathOf(number))
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        if (isOfOne(error)) return
        // The disk is full, or may not be written to. Once is enough to know.
        isBroken = true
        log(`The cache in ${folder} cannot be written: ${error instanceof Error ? error.message : error}`)
      }
    },
    async tidy(used) {
      const now = Date.now()
      for (const name of await namesIn(folder)) {
        const path = join(folder, name)
        const number = name.endsWith(SUFFIX) ? Number.parseInt(name, 10) : undefined
        const isOver =
          number === undefined
            ? now - (await timeOf(path)) > ABANDONED
            : used !== undefined && !used.has(number)
        if (isOver) await rm(path, { force: true }).catch(() => undefined)
      }
      // Those that are used stay, the others go in time.
      await utimes(folder, now / 1000, now / 1000).catch(() => undefined)
      const root = dirname(folder)
      const others = await Promise.all(
        (await namesIn(root)).map(async (name) => ({
          path: join(root, name),
          time: await timeOf(join(root, name)),
        })),
      )
      others.sort((a, b) => b.time - a.time)
      for (const { path } of others.slice(MOST_FOLDERS))
        await rm(path, { recursive: true, force: true }).catch(() => undefined)
    },
  }
}

const OF_ALL: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS']

/** Whether another part may well be put in its place: on Windows, one that another program has open cannot be replaced. */
function isOfOne(error: unknown): boolean {
  const { syscall, code } = error as NodeJS.ErrnoException
  return syscall === 'rename' && !OF_ALL.includes(code)
}

/** Characters of a digest. */
const DIGEST = 44

/** @throws where it is damaged, or another version has written it */
function shardIn(bytes: Buffer, version: string): Shard {
  const body = bytes.subarray(DIGEST)
  if (digest(body) !== bytes.toString('latin1', 0, DIGEST)) throw new Error('damaged')
  const [writtenBy, entries] = deserialize(body)
  if (writtenBy !== version) throw new Error('of another version')
  return new Map(entries)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => [])
}

/** When it was changed; now, where that cannot be told. */
async function timeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  )
}
