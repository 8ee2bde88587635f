import type { Item } from '../../model/spec-document'
import type { Edit } from '../../rules/rule'
import { lineEndingOf } from '../../rules/support/move'
import { renameIds } from '../../rules/support/rename-ids'
import { lineStart } from '../../text/lines'
import type { Refactoring, RefactorPlace } from './refactoring'
import { isListed, openingOf, siblingsOf } from './siblings'

/**
 * A new item before this one, with its ID; this one and those that follow it without a gap have the next number, wherever the
 * document names them. Not where another file names one of them, or one is retired: its number is its own for good.
 */
export function insertBefore(place: RefactorPlace): Refactoring | undefined {
  const { spec, index, item } = place
  const siblings = siblingsOf(spec, item)
  const shifted = runFrom(siblings, siblings.indexOf(item))
  const isFree = shifted.every(
    (one) => !one.retired && index.definitions(one.id.key).length === 1 && !place.isNamedElsewhere(one),
  )
  const sample = item.kind?.shape?.sample.split(/\r?\n/)[0]
  if (!isListed(spec.text, item) || !isFree || sample === undefined || item.id.suffix !== '') return undefined
  return {
    title: `Insert ${item.id.text} before this one and renumber`,
    kind: 'refactor.rewrite',
    edits() {
      const names = new Map(shifted.map(({ id }) => [id.key, numbered(id, Number(id.number) + 1)]))
      const start = lineStart(spec.text, item.span.start)
      const opening = openingOf(spec.text, item).replace(/\[[xX]\]/, '[ ]')
      const line = `${opening}${sample}${lineEndingOf(spec.text)}`
      const edits: Edit[] = [{ span: { start, end: start }, text: line }]
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
  const names = new Map(siblings.map(({ id }, at) => [id.key, numbered(id, Number(first.id.number) + at)]))
  const changed = siblings.filter(({ id }) => names.get(id.key) !== id.text)
  const taken = new Set(siblings.map(({ id }) => id.key))
  const isFree = changed.every(
    (one) => index.definitions(one.id.key).length === 1 && !place.isNamedElsewhere(one),
  )
  const collides = spec.items.some(({ id }) => !taken.has(id.key) && [...names.values()].includes(id.text))
  if (changed.length === 0 || !isFree || collides) return undefined
  return {
    title: `Renumber these ${siblings.length} from ${first.id.text} on`,
    kind: 'refactor.rewrite',
    edits: () => renameIds(index, names),
  }
}

/** An item and those behind it whose numbers follow without a gap. */
function runFrom(siblings: readonly Item[], at: number): readonly Item[] {
  const run: Item[] = []
  for (const item of siblings.slice(at)) {
    const last = run.at(-1)
    if (last !== undefined && Number(item.id.number) !== Number(last.id.number) + 1) break
    run.push(item)
  }
  return run
}

function numbered({ text, number, suffix }: Item['id'], to: number): string {
  const stem = text.slice(0, text.length - number.length - suffix.length)
  return stem + String(to).padStart(number.startsWith('0') ? number.length : 1, '0')
}
