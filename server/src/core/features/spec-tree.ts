import type { Position } from 'vscode-languageserver-types'
import type { Checkbox, Item } from '../model/spec-document'
import type { Role, Span } from '../template/template'
import { shorten } from '../text/shorten'
import type { FeatureContext } from './context'
import { type CheckboxMarks, checkboxMarks } from './support/checkbox-mark'
import { type ListGroup, listGroups } from './support/list-groups'
import { checkboxesIn, type Headed, headingsOf, isSpec } from './support/lookup'
import { countWords } from './support/words'

/** UTF-16 code units of what a node says: a side bar shows fewer, its tooltip these. */
const TEXT_LENGTH = 160

/** A section, an item or a checkbox of a spec, as a tree shows it. Goes over the wire: absent values are `null`. */
export interface SpecNode {
  /** Names it among the nodes of its spec; the same from version to version as long as nothing before it of its name comes or goes. */
  readonly key: string
  /** `group`: a list item without a box of its own that has boxes below it, such as a phase of a plan. */
  readonly kind: 'section' | 'group' | 'item' | 'box'
  /** Title of a section, ID of an item, else what it says. */
  readonly label: string
  /** `3 of 7` for what has boxes below it, else what an item says; `''` where that is its label. */
  readonly detail: string
  readonly role: Role | null
  /** `null` for what has no box and is answered by none. */
  readonly state: 'done' | 'open' | 'retired' | null
  readonly position: Position
  readonly box: SpecNodeBox | null
  /** `SPEC-2026-01-15-001#REQ-001`; of a spec without a document ID the ID alone, of what has none `null`. */
  readonly qualifiedId: string | null
  readonly children: readonly SpecNode[]
}

export interface SpecNodeBox {
  readonly checked: boolean
  readonly position: Position
  /** What stands on its line, see `CheckboxMarks`: a tick that names it is refused once something else stands there. */
  readonly mark: string
}

/**
 * What is in a spec: sections that have items or boxes directly in them, and in each what stands there, nested as its text is.
 * A section that only holds other sections is left out for them; a heading that is an item stands as the item.
 */
export function specTree(context: FeatureContext): readonly SpecNode[] {
  const { spec } = context
  if (!isSpec(spec)) return []
  const named = keys()
  const markOf = checkboxMarks(spec)
  const itemBoxes = new Set<Checkbox>()
  const headings = new Set<number>()
  const parts: Part[] = []
  for (const item of spec.items) {
    if (item.checkbox !== undefined) itemBoxes.add(item.checkbox)
    if (item.form === 'heading') headings.add(item.span.start)
    parts.push({ span: item.span, make: (children) => itemNode(context, item, named, markOf, children) })
  }
  for (const box of spec.checkboxes) {
    if (!itemBoxes.has(box)) {
      parts.push({ span: box.span, make: (children) => boxNode(context, box, named, markOf, children) })
    }
  }
  const starts = new Set(spec.items.map(({ span }) => span.start))
  for (const group of listGroups(spec)) {
    if (starts.has(group.span.start)) continue
    parts.push({ span: group.span, make: (children) => groupNode(context, group, named, children) })
  }
  for (const headed of headingsOf(spec)) {
    if (headed.section === undefined || headings.has(headed.heading.start)) continue
    parts.push({ span: headed.span, make: (children) => sectionNode(context, headed, named, children) })
  }
  return nested(parts)
}

/** A node to be, and where it reaches, in offsets. */
interface Part {
  readonly span: Span
  /** The node that it is with these below it; more than one, or none, where it is left out for them. */
  make(children: readonly SpecNode[]): readonly SpecNode[]
}

type Keys = (name: string) => string

/** Names of nodes, told apart by a number where several have the same: before the name, as no name begins with one and `~`. */
function keys(): Keys {
  const seen = new Map<string, number>()
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${count}~${name}`
  }
}

function itemNode(
  context: FeatureContext,
  item: Item,
  named: Keys,
  markOf: CheckboxMarks,
  children: readonly SpecNode[],
): readonly SpecNode[] {
  const { documentId } = context.file
  const id = item.id.text
  return [
    {
      key: named(item.id.key),
      kind: 'item',
      label: id,
      detail: shorten(item.text, TEXT_LENGTH),
      role: item.role,
      state: stateOf(context, item),
      position: context.document.positionAt(item.id.span.start),
      box: item.checkbox === undefined ? null : boxOf(context, item.checkbox, markOf),
      qualifiedId: documentId === undefined ? id : `${documentId.text}#${id}`,
      children,
    },
  ]
}

/** By its own box; without one by the boxes of what answers it, in any file. */
function stateOf({ file, workspace }: FeatureContext, item: Item): SpecNode['state'] {
  if (item.retired) return 'retired'
  if (item.checkbox !== undefined) return item.checkbox.checked ? 'done' : 'open'
  const symbol = workspace.definitions(file, item.id.key)[0]
  const answering = symbol === undefined ? [] : workspace.answeredBy({ file, item: symbol })
  const checkable = answering.filter((found) => !found.item.retired && found.item.checked !== undefined)
  if (checkable.length === 0) return null
  return checkable.every((found) => found.item.checked) ? 'done' : 'open'
}

function boxNode(
  context: FeatureContext,
  box: Checkbox,
  named: Keys,
  markOf: CheckboxMarks,
  children: readonly SpecNode[],
): readonly SpecNode[] {
  const { start, end } = box.textSpan
  const label = shorten(
    plain(context.spec.text.slice(start, Math.min(end, start + TEXT_LENGTH * 4))),
    TEXT_LENGTH,
  )
  return [
    {
      key: named(`box ${label}`),
      kind: 'box',
      label: label === '' ? 'Untitled' : label,
      detail: '',
      role: box.role ?? null,
      state: box.checked ? 'done' : 'open',
      position: context.document.positionAt(start),
      box: boxOf(context, box, markOf),
      qualifiedId: null,
      children,
    },
  ]
}

function groupNode(
  context: FeatureContext,
  group: ListGroup,
  named: Keys,
  children: readonly SpecNode[],
): readonly SpecNode[] {
  const boxes = checkboxesIn(context.spec.checkboxes, group.span)
  const label = shorten(group.label, TEXT_LENGTH)
  return [
    {
      ...counted(boxes),
      key: named(`group ${label}`),
      kind: 'group',
      label: label === '' ? 'Untitled' : label,
      role: boxes[0]?.role ?? null,
      position: context.document.positionAt(group.at),
      box: null,
      qualifiedId: null,
      children,
    },
  ]
}

function sectionNode(
  context: FeatureContext,
  { title, heading, span, section }: Headed,
  named: Keys,
  children: readonly SpecNode[],
): readonly SpecNode[] {
  if (children.every(({ kind }) => kind === 'section')) return children
  return [
    {
      ...counted(checkboxesIn(context.spec.checkboxes, span)),
      key: named(`section ${title}`),
      kind: 'section',
      label: title.trim() === '' ? 'Untitled' : title,
      role: section?.role ?? null,
      position: context.document.positionAt(heading.start),
      box: null,
      qualifiedId: null,
      children,
    },
  ]
}

function counted(boxes: readonly Checkbox[]): Pick<SpecNode, 'detail' | 'state'> {
  if (boxes.length === 0) return { detail: '', state: null }
  const done = boxes.filter(({ checked }) => checked).length
  return {
    detail: countWords({ done, total: boxes.length }),
    state: done === boxes.length ? 'done' : 'open',
  }
}

function boxOf({ document }: FeatureContext, box: Checkbox, markOf: CheckboxMarks): SpecNodeBox {
  return {
    checked: box.checked,
    position: document.positionAt(box.mark.start),
    mark: markOf(box),
  }
}

/** As written, without the marks that would only be noise in a tree. */
function plain(text: string): string {
  return text.replace(/[*`]+|~~/g, '').trim()
}

/** The tree of nodes: each is below the innermost one that it lies in. */
function nested(parts: readonly Part[]): readonly SpecNode[] {
  const sorted = [...parts].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  let at = 0
  const within = (end: number): readonly SpecNode[] => {
    const nodes: SpecNode[] = []
    for (let part = sorted[at]; part !== undefined && part.span.start < end; part = sorted[at]) {
      at++
      nodes.push(...part.make(within(Math.min(part.span.end, end))))
    }
    return nodes
  }
  return within(Number.POSITIVE_INFINITY)
}
