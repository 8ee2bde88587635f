import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { build } from 'esbuild'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createWorkerPool, type WorkerPool } from '../../src/node/worker-pool'
import { createWorkerThread, type WorkerProgram } from '../../src/node/worker-thread'
import type { Wish } from './support/echo-worker'

let program: WorkerProgram
const pools: WorkerPool<Wish, unknown>[] = []

beforeAll(async () => {
  program = await bundled('./support/echo-worker.ts')
})

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close()
})

async function bundled(path: string): Promise<WorkerProgram> {
  const entry = fileURLToPath(new URL(path, import.meta.url))
  const options = { bundle: true, write: false, platform: 'node', format: 'cjs' } as const
  const { outputFiles } = await build({ ...options, entryPoints: [entry] })
  return { entry: outputFiles[0]?.text ?? '', options: { eval: true } }
}

function poolOf(size: number, of: WorkerProgram = program): WorkerPool<Wish, unknown> {
  const pool = createWorkerPool<Wish, unknown>(of, size)
  pools.push(pool)
  return pool
}

describe('a pool of worker threads', () => {
  it('answers every request', async () => {
    const pool = poolOf(2)
    const words = ['a', 'b', 'c', 'd', 'e']
    expect(await Promise.all(words.map((what) => pool.run({ do: 'say', what })))).toEqual(words)
  })

  it('divides the requests among its threads', async () => {
    const pool = poolOf(2)
    const counts = await Promise.all(Array.from({ length: 6 }, () => pool.run({ do: 'count' })))
    expect(counts).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('starts a thread when it is first asked', async () => {
    const pool = poolOf(2)
    for (const count of [1, 2, 3]) expect(await pool.run({ do: 'count' })).toBe(count)
    expect(await Promise.all([pool.run({ do: 'count' }), pool.run({ do: 'count' })])).toEqual([4, 1])
  })

  it('rejects with what the thread threw, and goes on', async () => {
    const pool = poolOf(1)
    const refused = pool.run({ do: 'throw', what: 'no such thing' })
    const next = pool.run({ do: 'say', what: 'here' })
    await expect(refused).rejects.toMatchObject({ name: 'TypeError', message: 'no such thing' })
    expect(await next).toBe('here')
  })

  it('rejects an answer that cannot be handed over', async () => {
    await expect(poolOf(1).run({ do: 'answer with a function' })).rejects.toThrow('could not be cloned')
  })

  it('rejects a request that cannot be handed over', async () => {
    const thread = createWorkerThread<() => void, unknown>(program)
    await expect(thread.run(() => undefined)).rejects.toThrow('could not be cloned')
    expect(thread.pending).toBe(0)
    await thread.close()
  })

  it.each<[string, Wish, string]>([
    ['exits', { do: 'die', code: 7 }, 'A worker thread has ended: exit code 7.'],
    ['falls over an error', { do: 'fall' }, 'A worker thread has ended: fell'],
  ])('rejects what a thread that %s has not answered, and starts another', async (_, wish, message) => {
    const pool = poolOf(1)
    const lost = [pool.run(wish), pool.run({ do: 'say', what: 'never' })]
    for (const request of lost) await expect(request).rejects.toThrow(message)
    expect(await pool.run({ do: 'count' })).toBe(1)
  })

  it('says when a thread cannot be started', async () => {
    const nowhere = { entry: new URL('./no-such-program.js', import.meta.url) }
    await expect(poolOf(1, nowhere).run({ do: 'count' })).rejects.toThrow(
      /^A worker thread has ended: .*no-such-program/,
    )
  })

  it('rejects what is open when it is closed, and everything after', async () => {
    const pool = poolOf(2)
    const open = pool.run({ do: 'fall' })
    const closed = pool.close()
    await expect(open).rejects.toThrow('A worker thread has ended: it was closed.')
    await closed
    await expect(pool.run({ do: 'count' })).rejects.toThrow('closed')
  })

  it('keeps no process alive with threads that have nothing to do', async () => {
    const entry = fileURLToPath(new URL('./support/idle-pool.ts', import.meta.url))
    const { outputFiles } = await build({
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      entryPoints: [entry],
    })
    // A thread of its own stands for the process: it ends by itself as a process does.
    const alone = new Worker(outputFiles[0]?.text ?? '', { eval: true, workerData: program })
    const said: unknown[] = []
    alone.on('message', (message) => said.push(message))
    expect(await new Promise((resolve) => alone.once('exit', resolve))).toBe(0)
    expect(said).toEqual(['done'])
  })
})
