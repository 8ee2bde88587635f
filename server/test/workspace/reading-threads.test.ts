import { describe, expect, it } from 'vitest'
import type { PackedSymbols } from '../../src/core/index/workspace/packed-symbols'
import type { FileReading, ReadingThreads, SymbolCache } from '../../src/core/workspace/file-reading'
import type { SpecHost } from '../../src/index'
import { closedWorkspace, memoryWorkspace, ROOT, specOf } from './support/memory-files'

/** More than are read before threads are started. */
const count = 120
const STORY = '1. **[REQ-001]** The lamp MUST shine.\n2. **[STORY-001]** The lamp MUST glow.\n'
const specs = Object.fromEntries(
  Array.from({ length: count }, (_, number) => [
    `${100 + number}.md`,
    specOf(`SPEC-2026-01-15-${100 + number}`, STORY),
  ]),
)

/** Another service, in which the same files are there beside a config of its own. */
function elsewhere(config: object): (uri: string) => Promise<FileReading> {
  const files = { ...specs, 'specmark.json': JSON.stringify(config) }
  const { service } = closedWorkspace(files, { digest: (text) => text })
  return (uri) => service.readFile(uri)
}

interface Threads extends Pick<SpecHost, 'startThreads'> {
  started(): number
  closed(): number
  /** How many files they were asked for. */
  asked(): number
}

function threads(read: ReadingThreads['read']): Threads {
  let [started, closed, asked] = [0, 0, 0]
  return {
    started: () => started,
    closed: () => closed,
    asked: () => asked,
    startThreads() {
      started++
      return {
        read(uri) {
          asked++
          return read(uri)
        },
        close: () => void closed++,
      }
    },
  }
}

/** Keeps what it is told by key, for as long as a test. @param asked what happens while it looks */
function cache(asked: () => Promise<void> = async () => undefined) {
  const kept = new Map<string, PackedSymbols>()
  const opened: SymbolCache = {
    async get(uri, key) {
      await asked()
      return kept.get(`${key} ${uri}`)
    },
    put: (uri, key, packed) => void kept.set(`${key} ${uri}`, packed),
    close: async () => undefined,
  }
  return { openCache: () => opened, digest: (text: string) => text }
}

const PLAIN = { ...specs, 'specmark.json': '{}' }
const STORIES = { kinds: { STORY: 'requirement' } }

async function storiesIn(host: Partial<SpecHost>): Promise<number> {
  const { service } = await memoryWorkspace(PLAIN, host)
  const isStory = ({ id }: { readonly id: string }) => id === 'STORY-001'
  return service.files().filter(({ items }) => items.some(isStory)).length
}

describe('threads that read by the same config', () => {
  it('read most files, and are closed', async () => {
    const host = threads(elsewhere({}))
    const { service } = await memoryWorkspace(PLAIN, host)
    expect(service.files()).toEqual((await memoryWorkspace(PLAIN)).service.files())
    expect(host.asked()).toBeGreaterThan(count / 2)
    expect([host.started(), host.closed()]).toEqual([1, 1])
  })
})

describe('threads that read by another config, as it changes while they start', () => {
  it('are not believed', async () => {
    expect(await storiesIn(threads(elsewhere(STORIES)))).toBe(0)
    expect(await storiesIn(threads(elsewhere({ maxFileSize: 10 })))).toBe(0)
  })

  it('have nothing kept for the next start', async () => {
    const keeping = cache()
    await storiesIn({ ...threads(elsewhere(STORIES)), ...keeping })
    expect(await storiesIn(keeping)).toBe(0)
  })
})

describe('a config that changes while files are read here', () => {
  it('has nothing kept under the name of the one before', async () => {
    let told: Promise<void> | undefined
    const keeping = cache(async () => {
      if (told === undefined) {
        files.write({ 'specmark.json': JSON.stringify(STORIES) })
        told = files.service.fileChanged(files.uri('specmark.json'))
      }
      await told
    })
    const files = closedWorkspace(PLAIN, keeping)
    await files.service.addFolder(ROOT)
    await files.service.settled()
    expect(await storiesIn(keeping)).toBe(0)
  })
})

describe('threads that fail', () => {
  it('are left alone by the rest of a folder, and that is said once', async () => {
    const host = threads(() => Promise.reject(new Error('There is no such program.')))
    const { service, log } = await memoryWorkspace(PLAIN, host)
    expect(service.files()).toHaveLength(count)
    expect([host.started(), host.closed()]).toEqual([1, 1])
    // So many are read at once.
    expect(host.asked()).toBeLessThanOrEqual(8)
    expect(log.filter((line) => line.startsWith('warn'))).toEqual([
      'warn: Files are read without threads, as these have failed: There is no such program.',
    ])
  })

  it('at one file go on with the others, and it is read again only where another config may read it', async () => {
    const read = elsewhere({})
    const leftOut = { leftOut: 'too deep.', readFrom: undefined }
    const host = threads(async (uri) => {
      if (uri.endsWith('/149.md')) return { ...leftOut, readFrom: 'another config' }
      return uri.endsWith('/150.md') ? leftOut : read(uri)
    })
    const { service, log } = await memoryWorkspace(PLAIN, host)
    expect(service.files()).toHaveLength(count - 1)
    expect([...service.leftOut().values()]).toEqual(['too deep.'])
    expect(host.asked()).toBe(count)
    expect(log.filter((line) => line.startsWith('warn'))).toEqual([
      expect.stringContaining('150.md is left out: too deep.'),
    ])
  })
})
