import { expect, it } from 'vitest'
import { isServerBuilt } from './support/server-process'
import { soak } from './support/soak'

// `npm run test:long` does the same for ten minutes.
it.skipIf(!isServerBuilt())(
  'a server that is used in a hurry has as many handles afterwards as before',
  async () => {
    const samples = await soak(15, 4, 1)
    const [first, last] = [samples[0], samples.at(-1)]
    expect(last?.letters).toBeGreaterThan(0)
    expect(last?.requests).toBeGreaterThan(0)
    for (const { resources } of samples) expect(resources).toEqual(first?.resources)
    // Code and caches that are warm, and no more.
    expect(last?.heap).toBeLessThan((first?.heap ?? 0) + 40e6)
  },
)
