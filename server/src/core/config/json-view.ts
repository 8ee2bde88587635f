import type { Node } from 'jsonc-parser'
import { extent } from './json-tree'

export type Path = readonly (string | number)[]

export interface Place {
  readonly start: number
  readonly end: number
}

/** A JSON tree without those of its values that are left out. An entry of a list counts those before it that are left. */
export interface TreeView {
  readonly tree: Node
  /** The plain value. Objects have no prototype, so that a key named `__proto__` is a key like others. */
  value(): unknown
  find(path: Path): Node | undefined
  /** Where a value, or the key that it belongs to, stands; the nearest thing around it where it stands nowhere. */
  place(path: Path, part?: 'key'): Place
  /** Leaves out a value, and the key that it belongs to. */
  leaveOut(node: Node): void
  /** Whether something within a value has been left out. */
  isReduced(node: Node): boolean
}

export function createTreeView(tree: Node): TreeView {
  const left = new Set<Node>()
  const reduced = new Set<Node>()
  /** Looked up again and again: a file may have thousands of mistakes. */
  const members = new Map<Node, readonly Member[]>()
  const byName = new Map<Node, ReadonlyMap<unknown, Member>>()

  function membersOf(node: Node): readonly Member[] {
    return remembered(members, node, () =>
      (node.children ?? []).flatMap((child) => {
        const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child]
        return value === undefined || left.has(value) ? [] : [[key, value] as const]
      }),
    )
  }

  function step(node: Node, name: string | number): Member | undefined {
    if (typeof name === 'number') return membersOf(node)[name]
    const named = () => new Map(membersOf(node).map((member) => [member[0]?.value, member]))
    return remembered(byName, node, named).get(name)
  }

  function plainOf(node: Node): unknown {
    if (node.type === 'array') return membersOf(node).map(([, value]) => plainOf(value))
    if (node.type !== 'object') return node.value
    const result: Record<string, unknown> = Object.create(null)
    for (const [key, value] of membersOf(node)) result[String(key?.value)] = plainOf(value)
    return result
  }

  return {
    tree,
    value: () => plainOf(tree),
    find(path) {
      let at: Node | undefined = tree
      for (const name of path) at = at && step(at, name)?.[1]
      return at
    },
    place(path, part) {
      let at = tree
      let place: Place = openingOf(tree)
      for (const [depth, name] of path.entries()) {
        const member = step(at, name)
        if (member === undefined) return place
        const [key, value] = member
        const isLast = depth === path.length - 1 && part === undefined
        place = isLast ? extent(value) : key === undefined ? openingOf(value) : extent(key)
        at = value
      }
      return place
    },
    leaveOut(node) {
      left.add(node)
      for (let at = node.parent; at !== undefined && !reduced.has(at); at = at.parent) reduced.add(at)
      members.clear()
      byName.clear()
    },
    isReduced: (node) => reduced.has(node),
  }
}

/** A value, with its key in an object. */
type Member = readonly [key: Node | undefined, value: Node]

function remembered<T>(known: Map<Node, T>, node: Node, make: () => T): T {
  const value = known.get(node) ?? make()
  known.set(node, value)
  return value
}

/** The bracket that opens a list or object; the first character of anything else. */
function openingOf(node: Node): Place {
  return { start: node.offset, end: node.offset + 1 }
}
