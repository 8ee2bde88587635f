import { type Event, EventEmitter } from 'vscode'
import type { SpecListing, SpecNode, SpecsChange } from '../../../../server/src/lsp/protocol'

/** One spec in the tree: the same object as long as the spec is there. */
export interface SpecElement {
  readonly kind: 'spec'
  readonly uri: string
  /** As last told. */
  readonly listing: SpecListing
}

/** Specs of one status, or of one folder. */
export interface GroupElement {
  readonly kind: 'group'
  readonly name: string
  readonly specs: readonly SpecElement[]
}

/** What stands in a spec. */
export interface NodeElement {
  readonly kind: 'node'
  readonly uri: string
  readonly node: SpecNode
}

export type SpecsElement = GroupElement | SpecElement | NodeElement

export type Grouping = 'status' | 'folder' | 'none'

/** The specs of the workspace as the server last told of them, in the order and groups in which they are shown. */
export interface SpecList {
  /** `undefined` until the server has told for the first time. */
  readonly count: number | undefined
  readonly isReading: boolean
  grouping: Grouping
  apply(change: SpecsChange): void
  /** Nothing is known: the server is gone. */
  clear(): void
  /** Groups where there are several, else specs. */
  roots(): readonly (GroupElement | SpecElement)[]
  all(): Iterable<SpecElement>
  get(uri: string): SpecElement | undefined
  /** The elements that are to be shown again with what is below them; `undefined` for everything. */
  readonly onDidChange: Event<readonly SpecElement[] | undefined>
}

/** So many rows are asked for one by one; more of them in one go. */
const MOST_ROWS = 50

interface Known {
  kind: 'spec'
  uri: string
  listing: SpecListing
}

/** @param folderOf what the folder of a spec is called */
export function createSpecList(folderOf: (uri: string) => string): SpecList {
  const specs = new Map<string, Known>()
  const changed = new EventEmitter<readonly SpecElement[] | undefined>()
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  let isTold = false
  let isReading = false
  let grouping: Grouping = 'status'
  let shown: readonly (GroupElement | SpecElement)[] | undefined

  /** Whether the spec stands elsewhere than before. */
  function put(listing: SpecListing): boolean {
    const known = specs.get(listing.uri)
    if (known === undefined) {
      specs.set(listing.uri, { kind: 'spec', uri: listing.uri, listing })
      return true
    }
    const before = known.listing
    known.listing = listing
    return before.status !== listing.status || before.title !== listing.title
  }

  const sorted = (of: readonly SpecElement[]): readonly SpecElement[] =>
    [...of].sort((a, b) => collator.compare(a.listing.title, b.listing.title) || (a.uri < b.uri ? -1 : 1))

  function grouped(nameOf: (spec: SpecElement) => string): Map<string, SpecElement[]> {
    const groups = new Map<string, SpecElement[]>()
    for (const spec of specs.values()) {
      const name = nameOf(spec)
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [spec])
      else group.push(spec)
    }
    return groups
  }

  function arranged(): readonly (GroupElement | SpecElement)[] {
    if (grouping === 'none') return sorted([...specs.values()])
    const groups = grouped(
      grouping === 'status' ? ({ listing }) => listing.status ?? 'No status' : ({ uri }) => folderOf(uri),
    )
    const rank = (members: readonly SpecElement[]) =>
      grouping === 'status' ? Math.min(...members.slice(0, 1).map(({ listing }) => listing.statusRank)) : 0
    return [...groups]
      .sort(([a, as], [b, bs]) => rank(as) - rank(bs) || collator.compare(a, b))
      .map(([name, members]) => ({ kind: 'group', name, specs: sorted(members) }))
  }

  return {
    get count() {
      return isTold ? specs.size : undefined
    },
    get isReading() {
      return isReading
    },
    get grouping() {
      return grouping
    },
    set grouping(value) {
      if (value === grouping) return
      grouping = value
      shown = undefined
      changed.fire(undefined)
    },
    apply(change) {
      if (change.whole) specs.clear()
      let isArrangedAnew = change.whole || !isTold || change.removed.length > 0
      isTold = true
      const wasReading = isReading
      isReading = change.reading
      for (const uri of change.removed) specs.delete(uri)
      for (const listing of change.changed) if (put(listing)) isArrangedAnew = true
      if (isArrangedAnew) shown = undefined
      const uris = new Set([...change.changed.map(({ uri }) => uri), ...change.inside])
      const rows = [...uris].flatMap((uri) => specs.get(uri) ?? [])
      if (isArrangedAnew || rows.length > MOST_ROWS) changed.fire(undefined)
      else if (rows.length > 0 || wasReading !== isReading) changed.fire(rows)
    },
    clear() {
      isTold = false
      isReading = false
      specs.clear()
      shown = undefined
      changed.fire(undefined)
    },
    roots() {
      shown ??= arranged()
      return shown
    },
    all: () => specs.values(),
    get: (uri) => specs.get(uri),
    onDidChange: changed.event,
  }
}
