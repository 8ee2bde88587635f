import type { Item, SpecDocument } from '../../model/spec-document'
import type { Edit } from '../../rules/rule'
import { listNumbersAfter } from '../../rules/support/list-numbers'
import { lineEndingOf } from '../../rules/support/move'
import { renameIds } from '../../rules/support/rename-ids'
import { lineStart } from '../../text/lines'
import type { Refactoring, RefactorPlace } from './refactoring'
import { isListed, openingOf, siblingsOf } from './siblings'

/**
 * A new item before this one, with its ID; this one and those whose numbers follow without a gap, in whatever section, have the
 * next number, wherever the document names them. Not where another file names one of them, or one is retired: its number is
 * its own for good; nor where something is named by the number that the last one would have.
 */
export function insertBefore(place: RefactorPlace): Refactoring | undefined {
  const { spec, index, item } = place
  const sample = item.kind?.shape?.sample.split(/\r?\n/)[0]
  if (!isListed(spec.text, item) || sample === undefined || item.id.suffix !== '') return undefined
  const shifted = runFrom(spec.items, item)
  const names = new Map(shifted.map(({ id }) => [id.key, numbered(id, Number(id.number) + 1)]))
  if (!shifted.every((one) => isFree(place, one)) || isNamedBehind(place, shifted.length)) return undefined
  return {
    title: `Insert ${item.id.text} before this one and renumber`,
    kind: 'refactor.rewrite',
    edits() {
      const start = lineStart(spec.text, item.span.start)
      const opening = openingOf(spec.text, item).replace(/\[[xX]\]/, '[ ]')
      const line = `${opening}${sample}${lineEndingOf(spec.text)}`
      const edits: Edit[] = [{ span: { start, end: start }, text: line }, ...countOn(spec, item)]
      return [...edits, ...renameIds(index, names)].sort((a, b) => a.span.start - b.span.start)
    },
  }
}

/** Gives the items of a list consecutive numbers, from the first one's on; not where another file names one of them. */
export function renumber(place: RefactorPlace): Refactoring | undefined {
  const { spec, index, item } = place
  const siblings = siblingsOf(spec, item)
  const [first] = siblings
  if (first === undefined || siblings.some(({ retired, id }) => retired || id.suffix !== '')) return undefined
  const from = Number(first.id.number)
  const names = new Map(siblings.map(({ id }, at) => [id.key, numbered(id, from + at)]))
  const changed = siblings.filter(({ id }) => names.get(id.key) !== id.text)
  const collides = familyOf(spec.items, item).some(({ id }) => {
    const at = Number(id.number) - from
    return !names.has(id.key) && at >= 0 && at < siblings.length
  })
  if (changed.length === 0 || collides || !changed.every((one) => isFree(place, one))) return undefined
  return {
    title: `Renumber these ${siblings.length} from ${first.id.text} on`,
    kind: 'refactor.rewrite',
    edits: () => renameIds(index, names),
  }
}

/** Whether its ID may become another one. */
function isFree({ index, isNamedElsewhere }: RefactorPlace, item: Item): boolean {
  const { retired, id } = item
  return !retired && id.suffix === '' && index.definitions(id.key).length === 1 && !isNamedElsewhere(item)
}

/** The items of its numbering, wherever they stand. */
function familyOf(items: readonly Item[], { id: { prefix, area } }: Item): readonly Item[] {
  return items.filter(({ id }) => id.prefix === prefix && id.area === area)
}

/** An item and those of the document whose numbers follow its own without a gap. */
function runFrom(items: readonly Item[], item: Item): readonly Item[] {
  const byNumber = new Map<number, Item[]>()
  for (const one of familyOf(items, item)) {
    const number = Number(one.id.number)
    byNumber.set(number, [...(byNumber.get(number) ?? []), one])
  }
  const run: Item[] = []
  for (let number = Number(item.id.number); byNumber.has(number); number++) {
    run.push(...(byNumber.get(number) ?? []))
  }
  return run
}

/** Whether the document names, or says is gone, what has the number behind a run of that length. */
function isNamedBehind({ spec, item }: RefactorPlace, length: number): boolean {
  const next = Number(item.id.number) + length
  return spec.references.some(
    ({ id, qualifier }) =>
      qualifier === undefined &&
      id.prefix === item.id.prefix &&
      id.area === item.id.area &&
      Number(id.number) === next,
  )
}

/** Edits that give an item of a numbered list the next number, and those behind it, as far as the list counts. */
function countOn(spec: SpecDocument, item: Item): readonly Edit[] {
  const start = lineStart(spec.text, item.span.start)
  const marker = spec.text.slice(start, item.id.span.start)
  const numbers = listNumbersAfter(spec, item)
  const number = /\d{1,9}(?=[.)]\s)/.exec(marker)
  if (number === null || numbers.next(marker) === marker) return []
  const span = { start: start + number.index, end: start + number.index + number[0].length }
  return [{ span, text: String(Number(number[0]) + 1) }, ...numbers.following]
}

function numbered({ text, number, suffix }: Item['id'], to: number): string {
  const stem = text.slice(0, text.length - number.length - suffix.length)
  return stem + String(to).padStart(number.startsWith('0') ? number.length : 1, '0')
}
