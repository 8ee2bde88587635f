/**
 * Values by key, each once. What is empty is dropped, so that keys that come and go leave nothing behind. A single value, which
 * most keys have, is held without a set around it.
 */
export class MultiMap<K, V extends string | number> {
  readonly #values = new Map<K, V | Set<V>>()

  get(key: K): ReadonlySet<V> {
    const known = this.#values.get(key)
    if (known === undefined) return NOTHING
    return known instanceof Set ? known : new Set([known])
  }

  add(key: K, value: V): void {
    const known = this.#values.get(key)
    if (known === undefined) this.#values.set(key, value)
    else if (known instanceof Set) known.add(value)
    else if (known !== value) this.#values.set(key, new Set([known, value]))
  }

  delete(key: K, value: V): void {
    const known = this.#values.get(key)
    if (known instanceof Set) {
      known.delete(value)
      if (known.size === 0) this.#values.delete(key)
    } else if (known === value) this.#values.delete(key)
  }

  get size(): number {
    return this.#values.size
  }
}

const NOTHING: ReadonlySet<never> = new Set()
