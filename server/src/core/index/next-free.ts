import type { ItemId, Reference, SpecDocument } from '../model/spec-document'
import type { ItemKind } from '../template/template'

/** Numbers of more digits are nobody's count and are passed over. */
const MOST_DIGITS = 15

/** How IDs of one prefix and area go on. */
export interface Numbering {
  /** The first number that is free. */
  readonly next: number
  /** The ID of a number: `REQ-004`, `Task 2.3`. */
  write(number: number): string
}

/** Whether the text of a reference says that what it names is no more, so that its number stays taken. */
export type SaysGone = (reference: Reference) => boolean

/**
 * How the IDs of a prefix (compared without case) go on: with one more than the highest that any item of the spec has, or
 * that its text says is gone, in the area given, else in the one where the prefix was used last. Written as the last item
 * of that series is, else as the template writes the kind.
 */
export function numberingOf(
  spec: SpecDocument,
  saysGone: SaysGone,
  prefix: string,
  area?: string,
): Numbering {
  const wanted = prefix.toUpperCase()
  const items = spec.items.map(({ id }) => id).filter((id) => id.prefix === wanted)
  const inArea = area?.toUpperCase() ?? items.at(-1)?.area.toUpperCase() ?? defaultArea(spec, wanted)
  const belongs = (id: ItemId) => id.prefix === wanted && id.area.toUpperCase() === inArea
  const siblings = items.filter(belongs)
  const gone = goneIds(spec.references, belongs, saysGone)
  const next = highestNumber([...siblings, ...gone]) + 1
  const model = siblings.at(-1) ?? gone.at(-1)
  if (model === undefined) {
    const sibling = items.at(-1)
    return {
      next,
      write: (number) => fromTemplate(spec, prefix, wanted, area ?? inArea, String(number), sibling),
    }
  }
  const stem = model.text.slice(0, model.text.length - model.number.length - model.suffix.length)
  const width = widthOf(siblings.length > 0 ? siblings : [model])
  return { next, write: (number) => stem + String(number).padStart(width, '0') }
}

/** A mention of what nothing defines is a slip as often as not: `REQ-999` must not make the next one `REQ-1000`. */
function goneIds(
  references: readonly Reference[],
  belongs: (id: ItemId) => boolean,
  saysGone: SaysGone,
): readonly ItemId[] {
  return references
    .filter((reference) => !reference.elsewhere && belongs(reference.id) && saysGone(reference))
    .map(({ id }) => id)
}

/** Struck through: `~~REQ-007~~`. */
export function isStruckThrough({ passage, id }: Reference): boolean {
  const at = id.span.start - passage.start
  return passage.spans.some(
    ({ type, offset, length }) => type === 'delete' && offset <= at && at < offset + length,
  )
}

function highestNumber(ids: readonly ItemId[]): number {
  let highest = 0
  for (const { number } of ids) if (number.length <= MOST_DIGITS) highest = Math.max(highest, Number(number))
  return highest
}

/** Digits of the shortest zero-padded number; without padding a number is as long as it is. */
function widthOf(ids: readonly ItemId[]): number {
  const padded = ids.filter(({ number }) => number.startsWith('0')).map(({ number }) => number.length)
  return padded.length === 0 ? 1 : padded.reduce((a, b) => Math.min(a, b))
}

function defaultArea(spec: SpecDocument, prefix: string): string {
  return kindOf(spec, prefix)?.shape?.levels === 2 ? '1' : ''
}

function kindOf({ recognition }: SpecDocument, prefix: string): ItemKind | undefined {
  return recognition.template.kinds.find((kind) => kind.prefix.toUpperCase() === prefix)
}

/** @param sibling an item of the prefix in another area, which shows how areas are written */
function fromTemplate(
  spec: SpecDocument,
  prefix: string,
  wanted: string,
  area: string,
  number: string,
  sibling: ItemId | undefined,
): string {
  const kind = kindOf(spec, wanted)
  const shape = kind?.shape
  const name = kind?.prefix ?? prefix
  const separator = shape?.separator ?? '-'
  const width = sibling === undefined ? (shape?.width ?? 3) : sibling.number.length
  const digits = number.padStart(sibling === undefined || sibling.number.startsWith('0') ? width : 1, '0')
  if (area === '') return `${name}${separator}${digits}`
  return `${name}${separator}${area}${shape?.levels === 2 ? '.' : '-'}${digits}`
}
