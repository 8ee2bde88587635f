import { describe, expect, it } from 'vitest'
import { isServerBuilt } from '../node/support/server-process'
import { type Sample, soak } from '../node/support/soak'

/** Shorter, or otherwise: `SPECMARK_SOAK=60 SPECMARK_SEED=7`. */
const SECONDS = Number(process.env.SPECMARK_SOAK ?? 600)
const SEED = Number(process.env.SPECMARK_SEED ?? 20_260_115)
const SAMPLES = 21
/** Samples until caches are filled and code is compiled. */
const WARM_UP = 6

const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`

describe.skipIf(!isServerBuilt())('an hour of edits, questions and changes of files in ten minutes', () => {
  it('leaves the memory and the handles of the server what they were', { timeout: 2_000_000 }, async () => {
    const samples = await soak(SECONDS, SAMPLES, SEED)
    for (const { at, heap, resources, letters, requests, events } of samples)
      console.info(
        `${at.toFixed(0)} s: ${mb(heap)} held, ${resources.length} handles; ${letters} edits, ${requests} requests, ${events} changes of files`,
      )
    const [first, ...later] = samples.slice(WARM_UP) as [Sample, ...Sample[]]
    const held = later.map(({ heap }) => heap).sort((a, b) => a - b)
    const median = held[Math.floor(held.length / 2)] ?? Number.NaN
    expect(median).toBeLessThan(first.heap * 1.25)
    expect(held.at(-1)).toBeLessThan(first.heap * 1.4)
    for (const { resources } of samples) expect(resources).toEqual(samples[0]?.resources)
  })
})
