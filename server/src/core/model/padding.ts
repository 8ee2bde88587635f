import type { Draft } from './drafts'
import type { FoundId } from './id-grammar'

/** Digits that the numbers of a series of IDs are padded to with zeros, by prefix and area. */
export type Padding = ReadonlyMap<string, number>

/**
 * The width of a series is that of its zero-padded numbers, where they outnumber the shorter ones. Series in which no
 * number is shorter, and no ID is broken, need none.
 */
export function paddingOf(items: readonly Draft[]): Padding {
  const series = new Map<string, string[]>()
  const broken = new Set<string>()
  for (const { opening } of items) {
    if (opening?.malformed?.meant) broken.add(seriesOf(opening.malformed.meant))
    if (opening?.id === undefined) continue
    const name = seriesOf(opening.id)
    const numbers = series.get(name)
    if (numbers) numbers.push(opening.id.number)
    else series.set(name, [opening.id.number])
  }
  const padding = new Map<string, number>()
  for (const [name, numbers] of series) {
    const widths = numbers.filter((number) => number.startsWith('0')).map((number) => number.length)
    const width = Math.min(...widths)
    const shorter = numbers.filter((number) => number.length < width).length
    if (widths.length > shorter && (shorter > 0 || broken.has(name))) padding.set(name, width)
  }
  return padding
}

/** What the ID would be, padded as its siblings are; `undefined` where it has digits enough. */
export function padded(id: FoundId, padding: Padding): string | undefined {
  if (padding.size === 0) return undefined
  const width = padding.get(seriesOf(id)) ?? 0
  if (id.number.length >= width) return undefined
  const stem = id.text.slice(0, id.text.length - id.number.length - id.suffix.length)
  return stem + id.number.padStart(width, '0') + id.suffix
}

function seriesOf({ prefix, area }: FoundId): string {
  return `${prefix} ${area.toUpperCase()}`
}
