import { sectionAt } from '../model/section-at'
import type { Item, Section, SpecDocument } from '../model/spec-document'
import type { ItemKind, Template } from '../template/template'
import { lineEnd, lineStart } from '../text/lines'
import { countWhile } from '../text/search'
import { createAreas } from './area'
import type { Series } from './spec-index'

/** Where a list is indented by as much, other kinds stand than at its top: tasks in their phase. */
const DEEP = 2

/** What item of a list could be begun at an offset; see `SpecIndex.seriesAt`. */
export function createSeries(spec: SpecDocument): (offset: number) => readonly Series[] {
  const groups = groupBySection(spec)
  const lastOfKind = lastListed(spec.items)
  const kinds = new Set(spec.items.map(({ kind }) => kind))
  const areaAt = createAreas(spec)
  const { template } = spec.recognition

  const likeSibling = (offset: number, siblings: readonly Item[], sibling: Item): readonly Series[] => {
    const { kind } = sibling
    return kind === undefined
      ? []
      : [{ kind, area: areaAt(offset, kind, sibling), example: sibling, siblings }]
  }
  const ofKind = (offset: number, kind: ItemKind): readonly Series[] => {
    const example = lastOfKind.get(kind)
    // The document writes this kind as headings or rows: no list is for it.
    if (example === undefined && kinds.has(kind)) return []
    return [{ kind, area: areaAt(offset, kind, example), example, siblings: [] }]
  }
  return (offset) => {
    const section = sectionAt(spec, offset)
    const line = { start: lineStart(spec.text, offset), end: lineEnd(spec.text, offset) }
    const deep = isIndented(spec.text, line.start)
    const siblings = groups(section, deep)
    const sibling = nearest(
      siblings,
      offset,
      ({ id }) => line.start <= id.span.start && id.span.start <= line.end,
    )
    if (sibling !== undefined) return likeSibling(offset, siblings, sibling)
    return kindsOf(section)
      .filter((kind) => isNestedShape(template, kind) === deep)
      .flatMap((kind) => ofKind(offset, kind))
  }
}

type Groups = (section: Section | undefined, deep: boolean) => readonly Item[]

/** Items of lists by section and by whether they are indented into one. */
function groupBySection({ items, text }: SpecDocument): Groups {
  const groups = new Map<Section | undefined, { readonly top: Item[]; readonly deep: Item[] }>()
  for (const item of items) {
    if (!isListed(item)) continue
    const group = groups.get(item.section) ?? { top: [], deep: [] }
    groups.set(item.section, group)
    const isDeep = item.span.start - lineStart(text, item.span.start) >= DEEP
    group[isDeep ? 'deep' : 'top'].push(item)
  }
  return (section, deep) => groups.get(section)?.[deep ? 'deep' : 'top'] ?? []
}

function lastListed(items: readonly Item[]): ReadonlyMap<ItemKind | undefined, Item> {
  return new Map(items.filter(isListed).map((item) => [item.kind, item]))
}

function isListed({ form }: Item): boolean {
  return form === 'listItem' || form === 'paragraph'
}

/** The item before, else the first one after; not the one that is being written. */
function nearest(
  items: readonly Item[],
  offset: number,
  isOnLine: (item: Item) => boolean,
): Item | undefined {
  let place = countWhile(items.length, (at) => (items[at]?.span.start ?? offset) < offset) - 1
  for (let item = items[place]; item !== undefined; item = items[--place]) if (!isOnLine(item)) return item
  return items.find((item) => !isOnLine(item))
}

/** Kinds that the template puts into a section; a section of the author's own has those of the one around it. */
function kindsOf(section: Section | undefined): readonly ItemKind[] {
  let at = section
  while (at !== undefined && at.definition === undefined) at = at.parent
  return at?.definition?.kinds.filter((kind) => kind.shape?.form === 'listItem') ?? []
}

function isNestedShape({ body }: Template, { shape }: ItemKind): boolean {
  if (shape === undefined) return false
  const at = Math.max(0, body.indexOf(shape.after + shape.sample))
  return /^[ \t]{2,}/.test(body.slice(lineStart(body, at), at))
}

function isIndented(text: string, start: number): boolean {
  return /^[ \t]{2}/.test(text.slice(start, start + DEEP))
}
