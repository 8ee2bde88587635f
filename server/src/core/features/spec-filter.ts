import { URI, Utils } from 'vscode-uri'
import type { FileSymbols } from '../index/workspace/file-symbols'
import type { Role } from '../template/template'
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

/** Whether a spec is shown, by what the workspace holds of it: of boxes without an ID, their words are not known. */
export function isShown(file: FileSymbols, { text, openOnly, kind }: SpecFilter): boolean {
  const { done, total } = file.progress
  if (openOnly && done === total) return false
  if (kind !== null && !hasKind(file, kind)) return false
  const isMeant = finder(text)
  return (
    isMeant === undefined ||
    isNamed(file, isMeant) ||
    file.headings.some((heading) => isMeant(heading.text)) ||
    file.items.some((item) => isMeant(`${item.id} ${item.text}`))
  )
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

function hasKind({ progress, items }: FileSymbols, kind: string): boolean {
  return Object.hasOwn(progress.byRole, kind) || items.some(({ role }) => role === kind)
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
