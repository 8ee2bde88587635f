import { URI, Utils } from 'vscode-uri'
import type { Count } from '../index/spec-index'
import type { FileSymbols, ItemSymbol } from '../index/workspace/file-symbols'
import type { Role, Span } from '../template/template'
import type { SpecNode } from './spec-tree'
import { capitalise, LIFECYCLE_ORDER, pluralName } from './support/words'

/** What of all specs is to be shown. Comes over the wire. */
export interface SpecFilter {
  /** All of its words must stand in one place: a title, a document ID, the name of a file, a heading, an item. `''`: anything. */
  readonly text: string
  /** What has an open box, or is answered by one. */
  readonly openOnly: boolean
  /** What is of this role, and has boxes or items of it; `null`: of any. */
  readonly kind: string | null
}

/** A kind of item that a filter may ask for. */
export interface SpecKind {
  readonly kind: Role
  /** For a menu: `Acceptance criteria`. */
  readonly label: string
}

export const SPEC_KINDS: readonly SpecKind[] = LIFECYCLE_ORDER.map((kind) => ({
  kind,
  label: capitalise(pluralName(kind)),
}))

/**
 * Whether a spec is shown, by what the workspace holds of it: of boxes without an ID, their words are not known.
 *
 * @param questions how many are open in it: of what is open, they are shown too
 */
export function isShown(file: FileSymbols, filter: SpecFilter, questions: number): boolean {
  const { openOnly, kind } = filter
  const isMeant = finder(filter.text)
  if (isMeant !== undefined && !isNamed(file, isMeant)) return holds(file, filter, isMeant)
  if (kind !== null) {
    return isLeft(file.progress.byRole[kind as Role], openOnly) || holds(file, filter, () => true)
  }
  return !openOnly || questions > 0 || isLeft(file.progress, true)
}

/** Whether something in it is all that is asked for at once: of the kind, open, and meant by its own words or its heading's. */
function holds(file: FileSymbols, { openOnly, kind }: SpecFilter, isMeant: Finder): boolean {
  const reaches = meantReaches(file, isMeant)
  const isUnder = (at: number) => reaches.some(({ start, end }) => start <= at && at < end)
  const hasItem = file.items.some(
    (item) =>
      (kind === null || item.role === kind) &&
      (!openOnly || isOpen(file, item)) &&
      (isMeant(`${item.id} ${item.text}`) || isUnder(item.start)),
  )
  if (hasItem) return true
  if (kind !== null && !isLeft(file.progress.byRole[kind as Role], openOnly)) return false
  return file.headings.some(({ start, boxes }) => isLeft(boxes, openOnly) && isUnder(start))
}

/** Of the headings that are meant, those that a tree shows: something stands directly under them. */
function meantReaches({ headings, items }: FileSymbols, isMeant: Finder): readonly Span[] {
  return headings.flatMap(({ text, start, depth, boxes }, place) => {
    if (!isMeant(text)) return []
    const next = headings[place + 1]?.start ?? Number.POSITIVE_INFINITY
    const isNode = boxes.total > 0 || items.some((item) => start <= item.start && item.start < next)
    if (!isNode) return []
    const after = headings.slice(place + 1).find((heading) => heading.depth <= depth)
    return [{ start, end: after?.start ?? Number.POSITIVE_INFINITY }]
  })
}

/** What has no box is open by what answers it, which is not known here: it may be while any box is. */
function isOpen({ progress }: FileSymbols, { checked, retired }: ItemSymbol): boolean {
  return !retired && (checked === undefined ? isLeft(progress, true) : !checked)
}

function isLeft(count: Count | undefined, openOnly: boolean): boolean {
  return count !== undefined && (openOnly ? count.done < count.total : count.total > 0)
}

/** Nodes that are shown, and those around them; all of a spec or section whose own name is meant by the text. */
export function shownNodes(
  file: FileSymbols,
  nodes: readonly SpecNode[],
  filter: SpecFilter,
): readonly SpecNode[] {
  const isMeant = finder(filter.text)
  return shown(nodes, filter, isMeant !== undefined && isNamed(file, isMeant) ? undefined : isMeant)
}

type Finder = (words: string) => boolean

function shown(
  nodes: readonly SpecNode[],
  filter: SpecFilter,
  isMeant: Finder | undefined,
): readonly SpecNode[] {
  return nodes.flatMap((node) => {
    const isNamed = isMeant === undefined || isMeant(`${node.label} ${node.detail}`)
    const children = shown(node.children, filter, isNamed ? undefined : isMeant)
    const isOpen = !filter.openOnly || node.state === 'open'
    const isKind = filter.kind === null || node.role === filter.kind
    const holdsAny = children.length > 0
    // What only holds others stands for them.
    const isItself = isNamed && isOpen && isKind && (node.kind === 'item' || node.kind === 'box')
    return holdsAny || isItself ? [{ ...node, children }] : []
  })
}

function isNamed({ title, documentId, uri }: FileSymbols, isMeant: Finder): boolean {
  return isMeant(`${title?.text ?? ''} ${documentId?.text ?? ''} ${Utils.basename(URI.parse(uri))}`)
}

/** Without case; `undefined` where no word is looked for. */
function finder(text: string): Finder | undefined {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return undefined
  return (where) => {
    const place = where.toLowerCase()
    return words.every((word) => place.includes(word))
  }
}
