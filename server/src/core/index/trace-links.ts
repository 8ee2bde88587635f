import type { Item, ItemId, Reference } from '../model/spec-document'
import { answers as answersRole } from './ranks'

export interface TraceLinks {
  /** By item, in document order, each once. */
  readonly answeredBy: ReadonlyMap<Item, readonly Item[]>
  readonly answers: ReadonlyMap<Item, readonly Item[]>
}

/**
 * Trace links are mentions: an item whose text names a more general one answers it, as a criterion answers a
 * requirement and a test case answers either.
 *
 * @param first the item that a key stands for, where it is defined more than once
 */
export function linkItems(
  references: readonly Reference[],
  first: (key: string) => Item | undefined,
  resolve: (id: ItemId) => Item | undefined,
): TraceLinks {
  const answeredBy = new Map<Item, Item[]>()
  const answers = new Map<Item, Set<Item>>()
  for (const { id, from, qualifier, elsewhere } of references) {
    if (from?.id === undefined || (qualifier !== undefined && elsewhere)) continue
    const source = first(from.id.key)
    const target = resolve(id)
    if (source === undefined || target === undefined || !answersRole(source.role, target.role)) continue
    if (!isNew(answers, source, target)) continue
    const sources = answeredBy.get(target)
    if (sources) sources.push(source)
    else answeredBy.set(target, [source])
  }
  return { answeredBy, answers: new Map([...answers].map(([item, targets]) => [item, [...targets]])) }
}

/** Whether a link is the first from one item to the other; it is noted. */
function isNew(links: Map<Item, Set<Item>>, from: Item, to: Item): boolean {
  const targets = links.get(from)
  if (targets === undefined) links.set(from, new Set([to]))
  else if (targets.has(to)) return false
  else targets.add(to)
  return true
}
