import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createNodeHost, createSpecService, type SpecHost, type SpecService } from '../../src/index'
import { createShardStore, type Shard, type ShardStore } from '../../src/node/cache-shards'
import { digest } from '../../src/node/digest'
import { openCache } from '../../src/node/open-cache'
import { createSymbolCache } from '../../src/node/symbol-cache'
import { specOf } from '../workspace/support/memory-files'

let scratch = ''
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'specmark-cache-'))
})
afterEach(() => rm(scratch, { recursive: true, force: true }))

const folder = () => join(scratch, 'work')
const root = () => join(scratch, 'cache')
const uriOf = (path: string) => String(pathToFileURL(path))

/** Long ago: a file that was changed just now is looked into each time. */
const BEFORE = new Date('2026-01-01')

async function write(name: string, text: string, time = BEFORE): Promise<void> {
  const path = join(folder(), name)
  await mkdir(folder(), { recursive: true })
  await writeFile(path, text)
  await utimes(path, time, time)
}

const text = (number: number) =>
  specOf(
    `SPEC-2026-01-15-${String(number).padStart(3, '0')}`,
    `1. **[REQ-00${number}]** The lamp MUST shine.\n`,
  )

interface Run {
  readonly service: SpecService
  /** Names of the specifications whose text was read. */
  readonly read: readonly string[]
  readonly log: readonly string[]
}

/** Reads the folder, as a server that is started and ends. */
async function run(host: Partial<SpecHost> = {}): Promise<Run> {
  const read: string[] = []
  const log: string[] = []
  const closed: Promise<void>[] = []
  const node = createNodeHost(() => undefined)
  const service = createSpecService({
    ...node,
    log: (level, message) => void log.push(`${level}: ${message}`),
    digest,
    readFile(uri) {
      if (uri.endsWith('.md')) read.push(uri.slice(uri.lastIndexOf('/') + 1))
      return node.readFile(uri)
    },
    openCache(of) {
      const cache = openCache(uriOf(root()), of, (message) => void log.push(`warn: ${message}`))
      if (cache === undefined) throw new Error('There is a place for it.')
      return {
        ...cache,
        close(uris) {
          const end = cache.close(uris)
          closed.push(end)
          return end
        },
      }
    },
    ...host,
  })
  await service.addFolder(uriOf(folder()))
  await Promise.all(closed)
  return { service, read: read.sort(), log }
}

const withoutCache = () => run({ openCache: () => undefined })

async function filesOfCache(): Promise<readonly string[]> {
  const found = await readdir(root(), { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}

describe('a cache on the disk', () => {
  beforeEach(async () => {
    for (const number of [1, 2, 3]) await write(`${number}.md`, text(number))
    await write('README.md', '# Nothing\n')
  })

  it('lets a second start read no text, and answer the same', async () => {
    const first = await run()
    expect(first.read).toEqual(['1.md', '2.md', '3.md', 'README.md'])
    const second = await run()
    expect(second.read).toEqual([])
    expect(second.service.files()).toEqual((await withoutCache()).service.files())
    expect(second.service.files()).toHaveLength(3)
  })

  it('has a file read again whose text has changed, and no other', async () => {
    await run()
    await write('2.md', text(7), new Date('2026-01-02'))
    const { read, service } = await run()
    expect(read).toEqual(['2.md'])
    expect(service.files()).toEqual((await withoutCache()).service.files())
  })

  it('has a file read again whose text has changed at the same length', async () => {
    await run()
    await write('2.md', text(2).replace('shine', 'gleam'), new Date('2026-01-02'))
    expect((await run()).read).toEqual(['2.md'])
  })

  it('knows a text again that was written anew, as a switch of branches does', async () => {
    await run()
    await write('2.md', text(2), new Date('2026-01-02'))
    expect((await run()).read).toEqual([])
  })

  it('looks into a file that may have changed twice within one tick of the clock', async () => {
    const now = new Date()
    await write('2.md', text(2), now)
    await run()
    await write('2.md', text(7), now)
    expect((await run()).read).toEqual(['2.md'])
  })

  it('has everything read again by another config or template', async () => {
    await run()
    await writeFile(join(folder(), 'specmark.json'), '{ "kinds": { "RULE": "requirement" } }')
    expect((await run()).read).toEqual(['1.md', '2.md', '3.md', 'README.md'])
    expect((await run()).read).toEqual([])
    const node = createNodeHost(() => undefined)
    const templates = node.templates.map((one) => ({ ...one, text: `${one.text}\nMore.\n` }))
    expect((await run({ templates })).read).toEqual(['1.md', '2.md', '3.md', 'README.md'])
  })

  it('keeps nothing of a file that is gone', async () => {
    await run()
    const before = await filesOfCache()
    for (const number of [1, 2, 3]) await rm(join(folder(), `${number}.md`))
    const { service } = await run()
    expect(service.files()).toEqual([])
    expect((await filesOfCache()).length).toBeLessThan(before.length)
  })

  it('keeps what it has of a folder whose reading was cancelled', async () => {
    await run()
    const service = createSpecService({
      ...createNodeHost(() => undefined),
      openCache: (of) => openCache(uriOf(root()), of, () => undefined),
    })
    await service.addFolder(uriOf(folder()), { signal: AbortSignal.abort() })
    expect((await run()).read).toEqual([])
  })

  it('forgets the folders that were not used for the longest', async () => {
    await run()
    const [own = ''] = await readdir(join(root(), 'index'))
    for (let other = 0; other < 60; other++) {
      const path = join(root(), 'index', `other-${other}`)
      await mkdir(path)
      await utimes(path, BEFORE, BEFORE)
    }
    await run()
    const left = await readdir(join(root(), 'index'))
    expect(left).toHaveLength(50)
    expect(left).toContain(own)
  })
})

describe('a cache that is damaged', () => {
  const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
    'is empty': () => Buffer.alloc(0),
    'is cut off': (bytes) => bytes.subarray(0, bytes.length >> 1),
    'has another byte': (bytes) => {
      const other = Buffer.from(bytes)
      other[other.length - 9] = (other[other.length - 9] ?? 0) ^ 1
      return other
    },
    'is something else': () => Buffer.from('{}'.repeat(50)),
  }

  it.each(Object.keys(damages))('that %s costs a reading, and is mended', async (name) => {
    for (const number of [1, 2, 3]) await write(`${number}.md`, text(number))
    await run()
    for (const path of await filesOfCache())
      await writeFile(path, damages[name]?.(await readFile(path)) ?? Buffer.alloc(0))
    const { read, service } = await run()
    expect(read).toEqual(['1.md', '2.md', '3.md'])
    expect(service.files()).toEqual((await withoutCache()).service.files())
    expect((await run()).read).toEqual([])
  })

  it('by what another build has written is not read', async () => {
    await write('1.md', text(1))
    await run()
    const { dirname } = await import('node:path')
    const [path = ''] = await filesOfCache()
    const shard = Number.parseInt(path.slice(path.lastIndexOf('/') + 1), 10)
    const of = (version: string) => createShardStore(dirname(path), version, () => undefined)
    expect(await of('another build').read(shard)).toEqual(new Map())
  })
})

describe('what a cache takes for the same file', () => {
  const PACKED = { numbers: 'as', texts: 'before' }
  /** Whatever is on the disk now was written long ago. */
  const LATER = () => Date.now() + 60_000

  /** Parts in memory. */
  function store(): ShardStore {
    const shards = new Map<number, Shard>()
    return {
      read: async (number) => new Map(shards.get(number)),
      write: async (number, shard) => void shards.set(number, new Map(shard)),
      tidy: async () => undefined,
    }
  }

  /** What is known of `1.md` after something has happened to it, by a name of its text that no text has. */
  async function knownAfter(happen: () => Promise<void>) {
    await write('1.md', text(1))
    const uri = uriOf(join(folder(), '1.md'))
    const shards = store()
    const first = createSymbolCache(shards, LATER)
    await first.get(uri, 'key')
    first.put(uri, 'key', PACKED, 'of no text')
    await first.close(new Set([uri]))
    await happen()
    return createSymbolCache(shards, LATER).get(uri, 'key')
  }

  it('is one that was left alone: it is not looked into', async () => {
    expect(await knownAfter(async () => undefined)).toEqual(PACKED)
  })

  it('is none that was put in its place, of the same size and time', async () => {
    const replaced = await knownAfter(async () => {
      await write('other', text(2))
      await rename(join(folder(), 'other'), join(folder(), '1.md'))
    })
    expect(replaced).toBeUndefined()
  })

  it('is none that was written again and given its old time', async () => {
    const timeOf = async () => (await stat(join(folder(), '1.md'), { bigint: true })).ctimeNs
    const written = await knownAfter(async () => {
      const before = await timeOf()
      // The clock of a file system ticks some hundred times a second.
      do await write('1.md', text(2))
      while ((await timeOf()) === before)
    })
    expect(written).toBeUndefined()
  })
})

describe('a part of a cache that cannot be put in its place', () => {
  it('is not kept; the others are', async () => {
    const log: string[] = []
    const store = createShardStore(root(), 'this build', (message) => void log.push(message))
    // Elsewhere than here, a file that another program has open cannot be replaced; nor can a folder, anywhere.
    await mkdir(join(root(), '1.shard'), { recursive: true })
    const entry = { key: '', size: 1, changed: '', digest: '', packed: { numbers: '', texts: '' } }
    for (const number of [1, 2]) await store.write(number, new Map([['a.md', entry]]))
    expect(await store.read(1)).toEqual(new Map())
    expect((await store.read(2)).get('a.md')).toEqual(entry)
    expect(log).toEqual([])
    expect((await readdir(root())).sort()).toEqual(['1.shard', '2.shard'])
  })
})

describe('a cache that cannot be written', () => {
  it('is said once, and costs nothing else', async () => {
    for (const number of [1, 2, 3]) await write(`${number}.md`, text(number))
    await writeFile(root(), 'a file where the folder should be')
    const { log, service } = await run()
    expect(service.files()).toHaveLength(3)
    expect(log.filter((line) => line.includes('cannot be written'))).toHaveLength(1)
    expect((await run()).read).toEqual(['1.md', '2.md', '3.md'])
  })
})

describe('a cache that two programs use at once', () => {
  it('serves both, and whoever comes next', async () => {
    for (let number = 1; number < 10; number++) await write(`${number}.md`, text(number))
    const runs = await Promise.all([run(), run(), run()])
    const alone = (await withoutCache()).service.files()
    for (const { service } of runs) expect(service.files()).toEqual(alone)
    const next = await run()
    expect(next.read).toEqual([])
    expect(next.service.files()).toEqual(alone)
    expect((await filesOfCache()).every((path) => path.endsWith('.shard'))).toBe(true)
  })
})
