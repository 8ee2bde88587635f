import type { Item, SpecDocument } from '../../model/spec-document'
import type { Edit } from '../../rules/rule'
import type { Refactoring, RefactorPlace } from './refactoring'
import { isListed, linesOf, siblingsOf } from './siblings'

/** Swaps an item with its neighbour. IDs go with their items; the numbers of an ordered list stay in their places. */
export function moveItem({ spec, item }: RefactorPlace): readonly Refactoring[] {
  if (!isListed(spec.text, item)) return []
  const siblings = siblingsOf(spec, item)
  const at = siblings.indexOf(item)
  const move = (title: string, first: Item | undefined, second: Item | undefined): Refactoring[] =>
    first && second && isApart(spec, first, second)
      ? [{ title, kind: 'refactor.move', edits: () => swapped(spec.text, first, second) }]
      : []
  return [
    ...move(`Move ${item.id.text} up`, siblings[at - 1], item),
    ...move(`Move ${item.id.text} down`, item, siblings[at + 1]),
  ]
}

/** Puts the items of a list in the order of their numbers. */
export function sortItems({ spec, item }: RefactorPlace): Refactoring | undefined {
  const siblings = siblingsOf(spec, item)
  const sorted = [...siblings].sort((a, b) => Number(a.id.number) - Number(b.id.number))
  const isSorted = siblings.every((one, at) => one === sorted[at])
  const isWhole = siblings.every((one, at) => {
    const next = siblings[at + 1]
    return isListed(spec.text, one) && (next === undefined || isApart(spec, one, next))
  })
  if (isSorted || !isWhole) return undefined
  return {
    title: `Sort these ${siblings.length} by their IDs`,
    kind: 'refactor.rewrite',
    edits: () => siblings.flatMap((place, at) => putInPlace(spec.text, place, sorted[at])),
  }
}

/** Nothing else stands between them, so that each can take the other's lines. */
function isApart({ text }: SpecDocument, first: Item, second: Item): boolean {
  const [a, b] = [linesOf(text, first), linesOf(text, second)]
  return a.end <= b.start && text.slice(a.end, b.start).trim() === ''
}

function swapped(text: string, first: Item, second: Item): readonly Edit[] {
  return [...putInPlace(text, first, second), ...putInPlace(text, second, first)]
}

/** An item's lines in the place of another's, behind that one's list marker. */
function putInPlace(text: string, place: Item, item: Item | undefined): readonly Edit[] {
  if (item === undefined || item === place) return []
  const [to, from] = [linesOf(text, place), linesOf(text, item)]
  const marker = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]*/
  const own = marker.exec(text.slice(to.start, to.end))?.[0].length ?? 0
  const its = marker.exec(text.slice(from.start, from.end))?.[0].length ?? 0
  const moved = text.slice(from.start + its, from.end)
  const ending = /(?:\r\n?|\n)$/.exec(text.slice(to.start, to.end))?.[0] ?? ''
  return [{ span: { start: to.start + own, end: to.end }, text: moved.replace(/(?:\r\n?|\n)$/, '') + ending }]
}
