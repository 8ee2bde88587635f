import { stat } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { URI } from 'vscode-uri'
import type { PackedSymbols } from '../core/index/workspace/packed-symbols'
import { hash } from '../core/text/hash'
import type { SymbolCache } from '../core/workspace/file-reading'
import { type CacheEntry, SHARDS, type Shard, type ShardStore } from './cache-shards'
import { digest } from './digest'

/** What the disk says of a file. */
interface Stamp {
  readonly size: number
  /** Names the file and its times, see `CacheEntry`; {@link NEVER} where it may change once more without another time. */
  readonly changed: string
}

const NEVER = ''

/** Milliseconds in which a file may change twice and bear the same time: the coarsest that file systems count in. */
const TICK = 2000

/**
 * What was read of the files of a folder. A file that is the same by its number, size and times is not read; else it is, and what is known of
 * it counts where its text is the same.
 */
export function createSymbolCache(store: ShardStore, now: () => number): SymbolCache {
  const shards = new Map<number, Promise<Shard>>()
  const stamps = new Map<string, Stamp>()
  const dirty = new Set<number>()

  function shardOf(number: number): Promise<Shard> {
    const shard = shards.get(number) ?? store.read(number)
    shards.set(number, shard)
    return shard
  }

  function keep(uri: string, shard: Shard, entry: CacheEntry): void {
    shard.set(uri, entry)
    dirty.add(numberOf(uri))
  }

  /** By a callback: of ten thousand files, promises cost as much as the disk. */
  function stampOf(path: string): Promise<Stamp | undefined> {
    return new Promise((resolve) => {
      // With `bigint`: the number of a file may be larger than a `number` is exact.
      stat(path, { bigint: true }, (error, found) => {
        if (error) return resolve(undefined)
        const { size, ino, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = found
        const isOld = now() - Number(mtimeMs > ctimeMs ? mtimeMs : ctimeMs) > TICK
        // Of a file that was put in the place of another one, or was given its old time, the time of change is another.
        resolve({ size: Number(size), changed: isOld ? `${ino} ${mtimeNs} ${ctimeNs}` : NEVER })
      })
    })
  }

  return {
    async get(uri, key): Promise<PackedSymbols | undefined> {
      const path = pathOf(uri)
      const stamp = path === undefined ? undefined : await stampOf(path)
      if (path === undefined || stamp === undefined) return undefined
      // Before the file is read: of one that changes meanwhile, the time is then an old one, and it is looked at again.
      stamps.set(uri, stamp)
      const shard = await shardOf(numberOf(uri))
      const entry = shard.get(uri)
      if (entry === undefined || entry.key !== key || entry.size !== stamp.size) return undefined
      if (stamp.changed !== NEVER && entry.changed === stamp.changed) return entry.packed
      const bytes = await readFile(path).catch(() => undefined)
      if (bytes === undefined || digest(bytes) !== entry.digest) return undefined
      keep(uri, shard, { ...entry, ...stamp })
      return entry.packed
    },
    put(uri, key, packed, digestOfText) {
      const stamp = stamps.get(uri)
      if (stamp === undefined) return
      const entry = { ...stamp, key, digest: digestOfText, packed }
      // It has been asked for by `get`: its shard is there.
      void shardOf(numberOf(uri)).then((shard) => keep(uri, shard, entry))
    },
    async close(uris) {
      for (const [number, loading] of shards) {
        const shard = await loading
        for (const uri of uris === undefined ? [] : shard.keys()) {
          if (!uris?.has(uri) && shard.delete(uri)) dirty.add(number)
        }
        if (dirty.has(number)) await store.write(number, shard)
        shards.delete(number)
      }
      const used = uris && new Set(Array.from(uris, numberOf))
      await store.tidy(used)
    },
  }
}

function numberOf(uri: string): number {
  return Number.parseInt(hash(uri).slice(-4), 16) % SHARDS
}

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? parsed.fsPath : undefined
}
