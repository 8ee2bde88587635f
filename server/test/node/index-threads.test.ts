import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest'
import { createNodeHost, createSpecService, type SpecHost } from '../../src/index'
import { startIndexThreads } from '../../src/node/index-threads'
import { specOf } from '../workspace/support/memory-files'

/** The bundle: threads cannot run the sources as they are. */
const PROGRAM = new URL('../../dist/server.js', import.meta.url)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'specmark-threads-'))
  for (let number = 100; number < 160; number++)
    await writeFile(
      join(folder, `${number}.md`),
      specOf(`SPEC-2026-01-15-${number}`, '1. **[REQ-001]** The lamp MUST shine.\n'),
    )
  await writeFile(join(folder, 'broken.md'), Buffer.from([0xff, 0xfe, 0xfd]))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function read(host: Partial<SpecHost> = {}) {
  const log: string[] = []
  const service = createSpecService({
    ...createNodeHost(() => undefined),
    log: (level, message) => void log.push(`${level}: ${message}`),
    ...host,
  })
  await service.addFolder(String(pathToFileURL(folder)))
  return { files: service.files(), leftOut: [...service.leftOut()], log }
}

it('threads read what this one would, and leave out the same', async () => {
  let [started, closed] = [0, 0]
  const threaded = await read({
    startThreads() {
      const threads = startIndexThreads(PROGRAM, 2)
      if (threads === undefined) return undefined
      started++
      return {
        read: threads.read,
        close() {
          closed++
          threads.close()
        },
      }
    },
  })
  const alone = await read()
  expect(threaded.files).toEqual(alone.files)
  expect(threaded.files).toHaveLength(60)
  expect(threaded.leftOut).toEqual(alone.leftOut)
  expect(threaded.leftOut).toHaveLength(1)
  expect([started, closed]).toEqual([1, 1])
  expect(threaded.log.filter((line) => line.includes('without threads'))).toEqual([])
})

it('where threads cannot be started, files are read without them', async () => {
  const failing = await read({ startThreads: () => startIndexThreads(new URL('none.js', PROGRAM), 2) })
  expect(failing.files).toEqual((await read()).files)
  expect(failing.log).toEqual([
    expect.stringMatching(/^warn: Files are read without threads, as these have failed: .*none\.js/),
    expect.stringContaining('broken.md is left out'),
  ])
})

it('on a machine with one processor, no threads are started', async () => {
  expect(startIndexThreads(PROGRAM, 1)).toBeUndefined()
  const alone = await read({ startThreads: () => startIndexThreads(PROGRAM, 1) })
  expect(alone.files).toHaveLength(60)
  expect(alone.log.filter((line) => line.includes('without threads'))).toEqual([])
})

/** Fills its memory at some files, and finds all others gone. */
const HEAVY = `
  import { parentPort } from 'node:worker_threads'
  parentPort.on('message', ({ id, request }) => {
    const held = []
    while (request.includes('heavy')) held.push(Array.from({ length: 1e5 }, () => ({})))
    parentPort.postMessage({ id, answer: undefined })
  })
`

it('a file that fills the memory of a thread is left out, and threads go on with those that waited behind it', async () => {
  const program = join(folder, 'program.mjs')
  await writeFile(program, HEAVY)
  const threads = startIndexThreads(pathToFileURL(program), 2, 16)
  onTestFinished(() => threads?.close())
  const asked = ['a', 'b', 'heavy', 'c', 'd', 'e', 'f'].map((uri) => threads?.read(uri))
  const read = await Promise.all(asked)
  expect(read.map((one) => one !== undefined)).toEqual([false, false, true, false, false, false, false])
  expect(read[2]).toEqual({ leftOut: 'reading it takes too much memory.', readFrom: undefined })
  for (const more of ['heavy 2', 'heavy 3']) expect(await threads?.read(more)).toBeDefined()
  // Of so many, it is hardly the files.
  await expect(threads?.read('heavy 4')).rejects.toThrow('A worker thread has ended')
})
