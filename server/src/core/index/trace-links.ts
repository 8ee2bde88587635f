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
  const answeredBy = new Map<Item, Set<Item>>()
  const answers = new Map<Item, Set<Item>>()
  for (const { id, from, qualifier, elsewhere } of references) {
    if (from?.id === undefined || (qualifier !== undefined && elsewhere)) continue
    const source = first(from.id.key)
    const target = resolve(id)
    if (source === undefined || target === undefined || !answersRole(source.role, target.role)) continue
    add(answeredBy, target, source)
    add(answers, source, target)
  }
  return { answeredBy: listed(answeredBy), answers: listed(answers) }
}

function add(links: Map<Item, Set<Item>>, from: Item, to: Item): void {
  const targets = links.get(from)
  if (targets) targets.add(to)
  else links.set(from, new Set([to]))
}

function listed(links: ReadonlyMap<Item, ReadonlySet<Item>>): ReadonlyMap<Item, readonly Item[]> {
  return new Map([...links].map(([item, targets]) => [item, [...targets]]))
}
