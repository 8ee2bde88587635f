/** Values by key, each once. What is empty is dropped, so that keys that come and go leave nothing behind. */
export class MultiMap<K, V> {
  readonly #values = new Map<K, Set<V>>()

  get(key: K): ReadonlySet<V> {
    return this.#values.get(key) ?? NOTHING
  }

  add(key: K, value: V): void {
    const known = this.#values.get(key)
    if (known === undefined) this.#values.set(key, new Set([value]))
    else known.add(value)
  }

  delete(key: K, value: V): void {
    const known = this.#values.get(key)
    known?.delete(value)
    if (known?.size === 0) this.#values.delete(key)
  }

  get size(): number {
    return this.#values.size
  }
}

const NOTHING: ReadonlySet<never> = new Set()
