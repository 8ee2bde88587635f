import type { ItemId, SpecDocument } from '../model/spec-document'
import type { ItemKind } from '../template/template'

/** Numbers of more digits are nobody's count and are passed over. */
const MOST_DIGITS = 15

/**
 * The next free ID of a prefix (compared without case): one more than the highest that any item or reference of the
 * spec has, in the area given, else in the one where the prefix was used last. Written as the last item of that series
 * is, else as the template writes the kind.
 */
export function nextFreeId(spec: SpecDocument, prefix: string, area?: string): string {
  const wanted = prefix.toUpperCase()
  const items = spec.items.map(({ id }) => id).filter((id) => id.prefix === wanted)
  const inArea = area?.toUpperCase() ?? items.at(-1)?.area.toUpperCase() ?? defaultArea(spec, wanted)
  const belongs = (id: ItemId) => id.prefix === wanted && id.area.toUpperCase() === inArea
  const siblings = items.filter(belongs)
  const named = spec.references.filter(({ id, qualifier }) => qualifier === undefined && belongs(id))
  const highest = highestNumber([...siblings, ...named.map(({ id }) => id)])
  const model = siblings.at(-1) ?? named.at(-1)?.id
  const number = String(highest + 1)
  if (model === undefined) return fromTemplate(spec, prefix, wanted, area ?? inArea, number, items.at(-1))
  const stem = model.text.slice(0, model.text.length - model.number.length - model.suffix.length)
  return stem + number.padStart(widthOf(siblings.length > 0 ? siblings : [model]), '0')
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
