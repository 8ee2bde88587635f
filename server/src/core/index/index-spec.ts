import type { Item, ItemId, Reference, SpecDocument } from '../model/spec-document'
import { lazily } from '../text/lazily'
import { lastStartingBefore } from '../text/search'
import { createIssuer } from './id-issuer'
import { isStruckThrough, numberingOf, type SaysGone } from './next-free'
import { countProgress } from './progress'
import { createSeries } from './series'
import type { SpecIndex } from './spec-index'
import { linkItems } from './trace-links'

/**
 * Who defines and who names what in a spec. Linear in its items and references; lookups take constant time. What is
 * asked for by few (links, places, references by key) is gathered when it is first asked for.
 *
 * @param saysGone whether the text of a reference says that what it names is no more: its number is not given out again
 */
export function indexSpec(spec: SpecDocument, saysGone: SaysGone = isStruckThrough): SpecIndex {
  const { first: firsts, repeated } = definitionsIn(spec.items)
  const references = lazily(() => groupByKey(spec.references))
  const first = (key: string) => firsts.get(key)
  const resolve = (id: ItemId) => first(id.key) ?? (id.suffix === '' ? undefined : first(withoutSuffix(id)))
  const links = lazily(() => linkItems(spec.references, first, resolve))
  const places = lazily(() => namedPlaces(spec))
  const series = lazily(() => createSeries(spec))
  const numbering = (prefix: string, area?: string) => numberingOf(spec, saysGone, prefix, area)
  return {
    spec,
    definitions(key) {
      const only = firsts.get(key)
      return repeated.get(key) ?? (only === undefined ? NONE : [only])
    },
    references: (key) => references().get(key) ?? [],
    items: repeated.size === 0 ? spec.items : spec.items.filter((item) => firsts.get(item.id.key) === item),
    resolve,
    answeredBy: (item) => links().answeredBy.get(first(item.id.key) ?? item) ?? [],
    answers: (item) => links().answers.get(first(item.id.key) ?? item) ?? [],
    at(offset) {
      const id = placeAt(places(), offset)
      if (id === undefined) return undefined
      const own = (repeated.get(id.key) ?? [firsts.get(id.key)]).find((item) => item?.id === id)
      return { id, item: own ?? resolve(id) }
    },
    nextFree(prefix, area) {
      const { next, write } = numbering(prefix, area)
      return write(next)
    },
    issuer: () => createIssuer(numbering),
    seriesAt: (offset) => series()(offset),
    progress: countProgress(spec.checkboxes),
  }
}

const NONE: readonly never[] = []

/** Of each key the first, and all of one that is defined more than once: nearly none is. */
function definitionsIn(items: readonly Item[]) {
  const first = new Map<string, Item>()
  const repeated = new Map<string, Item[]>()
  for (const item of items) {
    const { key } = item.id
    const known = first.get(key)
    if (known === undefined) {
      first.set(key, item)
      continue
    }
    const all = repeated.get(key)
    if (all) all.push(item)
    else repeated.set(key, [known, item])
  }
  return { first, repeated }
}

function groupByKey<T extends { readonly id: ItemId }>(named: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of named) {
    const group = groups.get(one.id.key)
    if (group) group.push(one)
    else groups.set(one.id.key, [one])
  }
  return groups
}

/** Key of the item of which a lettered sub-item is a part: of `REQ-4` for `REQ-004d`. */
function withoutSuffix({ key, suffix }: ItemId): string {
  return key.slice(0, key.length - suffix.length)
}

/** IDs as they stand in the text, by offset; what a range only implies stands nowhere. */
function namedPlaces({ items, references }: SpecDocument): readonly ItemId[] {
  const places = [...items, ...references.filter(isWritten)].map(({ id }) => id)
  return places.sort((a, b) => a.span.start - b.span.start)
}

function isWritten({ implied }: Reference): boolean {
  return !implied
}

/** The ID whose span holds the offset, its end included: a cursor behind the last digit is still on the ID. */
function placeAt(places: readonly ItemId[], offset: number): ItemId | undefined {
  const place = places[lastStartingBefore(places, offset, ({ span }) => span.start)]
  return place !== undefined && offset <= place.span.end ? place : undefined
}
