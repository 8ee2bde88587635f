import { type Event, EventEmitter } from 'vscode'
import type { OpenQuestion, SpecListing, SpecNode, SpecsChange } from '../../../../server/src/lsp/protocol'

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

/** All open questions: one object, whatever they are. */
export interface QuestionsElement {
  readonly kind: 'questions'
  /** As last told. */
  readonly count: number
}

/** A spec below the open questions. */
export interface AskingElement {
  readonly kind: 'asking'
  readonly spec: SpecElement
}

export interface QuestionElement {
  readonly kind: 'question'
  readonly uri: string
  /** Among those of its spec, from 0. */
  readonly place: number
  readonly question: OpenQuestion
}

export type RootElement = QuestionsElement | GroupElement | SpecElement

export type SpecsElement = RootElement | NodeElement | AskingElement | QuestionElement

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
  /** The open questions where there are any, and groups or specs. */
  roots(): readonly RootElement[]
  /** Those with open questions, in order. */
  asking(): readonly AskingElement[]
  get(uri: string): SpecElement | undefined
  /** The elements that are to be shown again with what is below them; `undefined` for everything. */
  readonly onDidChange: Event<readonly (SpecElement | QuestionsElement)[] | undefined>
}

/** So many rows are asked for one by one; more of them in one go. */
const MOST_ROWS = 500

interface Known {
  kind: 'spec'
  uri: string
  listing: SpecListing
}

/** @param folderOf what the folder of a spec is called */
export function createSpecList(folderOf: (uri: string) => string): SpecList {
  const specs = new Map<string, Known>()
  const changed = new EventEmitter<readonly (SpecElement | QuestionsElement)[] | undefined>()
  const questions = { kind: 'questions' as const, count: 0 }
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
  let isTold = false
  let isReading = false
  let grouping: Grouping = 'status'
  let shown: readonly RootElement[] | undefined

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
    const rank = ([first]: readonly SpecElement[]) =>
      grouping === 'status' ? (first?.listing.statusRank ?? 0) : 0
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
      const before = questions.count
      let isArrangedAnew = change.whole || !isTold || change.removed.length > 0
      isTold = true
      const wasReading = isReading
      isReading = change.reading
      for (const uri of change.removed) specs.delete(uri)
      for (const listing of change.changed) if (put(listing)) isArrangedAnew = true
      questions.count = 0
      for (const { listing } of specs.values()) questions.count += listing.questions ?? 0
      if ((before === 0) !== (questions.count === 0)) isArrangedAnew = true
      if (isArrangedAnew) shown = undefined
      const uris = new Set([...change.changed.map(({ uri }) => uri), ...change.inside])
      const rows = [...uris].flatMap((uri) => specs.get(uri) ?? [])
      const isAskedAnew =
        before !== questions.count || rows.some(({ listing }) => (listing.questions ?? 0) > 0)
      if (isArrangedAnew || rows.length > MOST_ROWS) changed.fire(undefined)
      else if (rows.length > 0 || wasReading !== isReading)
        changed.fire(isAskedAnew ? [questions, ...rows] : rows)
    },
    clear() {
      isTold = false
      isReading = false
      specs.clear()
      questions.count = 0
      shown = undefined
      changed.fire(undefined)
    },
    roots() {
      shown ??= questions.count === 0 ? arranged() : [questions, ...arranged()]
      return shown
    },
    asking: () =>
      sorted([...specs.values()].filter(({ listing }) => (listing.questions ?? 0) > 0)).map((spec) => ({
        kind: 'asking',
        spec,
      })),
    get: (uri) => specs.get(uri),
    onDidChange: changed.event,
  }
}
