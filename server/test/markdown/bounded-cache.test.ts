import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { BoundedCache } from '../../src/core/markdown/bounded-cache'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** A text of a document of 300 KB, cut out of it as blocks are. */
function cutOut(place: number): string {
  const block = `block ${place} ${'of some words '.repeat(4)}`
  return `${'x'.repeat(300_000)}${block}`.slice(300_000)
}

function heapUsed(): number {
  collect()
  return process.memoryUsage().heapUsed
}

describe('a cache of what is known of texts', () => {
  it('holds no document that a text was cut out of, whether it is put in or asked for', () => {
    const cache = new BoundedCache<number>(20_000)
    const before = heapUsed()
    for (let place = 0; place < 200; place++) cache.set(cutOut(place), place)
    // By now the first ones are of the older generation, and are taken over under the text they are asked for by.
    for (let place = 0; place < 100; place++) expect(cache.get(cutOut(place))).toBe(place)
    // A hundred documents would be 30 MB.
    expect(heapUsed() - before).toBeLessThan(5_000_000)
    expect(cache.get(cutOut(99))).toBe(99)
  })
})
