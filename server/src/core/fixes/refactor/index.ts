import type { Fix } from '../../rules/rule'
import { answeringItem } from '../../rules/support/new-item'
import { insertBefore, renumber } from './insert'
import { moveItem, sortItems } from './move'
import type { Refactoring, RefactorPlace } from './refactoring'
import { retire } from './retire'
import { splitItem } from './split'

export type { Refactoring, RefactorPlace } from './refactoring'

/** What can be done with the item at a place, in the order of a menu. */
export function refactoringsOf(place: RefactorPlace): readonly Refactoring[] {
  const { index, item } = place
  const answers = item.role === 'requirement' && !item.retired
  return [
    ...(answers
      ? [added(answeringItem(index, 'criterion', item)), added(answeringItem(index, 'test', item))]
      : []),
    insertBefore(place),
    splitItem(place),
    ...moveItem(place),
    sortItems(place),
    renumber(place),
    retire(place),
  ].filter((refactoring) => refactoring !== undefined)
}

/** What can be done with all that a section numbers, one place for each numbering. */
export function sectionRefactoringsOf(places: readonly RefactorPlace[]): readonly Refactoring[] {
  return places
    .flatMap((place) => [sortItems(place), renumber(place)])
    .filter((refactoring) => refactoring !== undefined)
}

function added(fix: Fix | undefined): Refactoring | undefined {
  return fix && { title: fix.title, kind: 'refactor.rewrite', edits: () => fix.edits() }
}
