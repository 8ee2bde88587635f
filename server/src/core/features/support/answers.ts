import type { FoundItem } from '../../index/workspace/workspace-index'
import type { Item } from '../../model/spec-document'
import type { Role } from '../../template/template'
import type { FeatureContext } from '../context'

/** What answers a requirement, in any file, counted. */
export interface Answers {
  /** `[]` where nothing answers it; retired items do not. */
  readonly all: readonly FoundItem[]
  /** `2 criteria`, `1 test`, `3 tasks`: those that there are. */
  readonly counts: readonly AnswerCount[]
  /** `1 open` of those that can be ticked; `undefined` where none can. */
  readonly open: AnswerCount | undefined
}

export interface AnswerCount {
  readonly words: string
  /** Those that are counted; of `0 open` those that could be. */
  readonly found: readonly [FoundItem, ...FoundItem[]]
}

/** What a count of items that answer a requirement is called; others are not counted. */
const NAMES: readonly (readonly [Role, one: string, many: string])[] = [
  ['criterion', 'criterion', 'criteria'],
  ['test', 'test', 'tests'],
  ['task', 'task', 'tasks'],
]

/** `undefined` for what is no requirement, or a retired one. */
export function answersOf({ file, workspace }: FeatureContext, item: Item): Answers | undefined {
  if (item.role !== 'requirement' || item.retired) return undefined
  const symbol = workspace.definitions(file, item.id.key)[0]
  if (symbol === undefined) return undefined
  const all = workspace.answeredBy({ file, item: symbol }).filter((answer) => !answer.item.retired)
  const counts = NAMES.flatMap(([role, one, many]) => {
    const found = all.filter((answer) => answer.item.role === role)
    return count(`${found.length} ${found.length === 1 ? one : many}`, found) ?? []
  })
  const checkable = all.filter((answer) => answer.item.checked !== undefined)
  const open = checkable.filter((answer) => answer.item.checked === false)
  return { all, counts, open: count(`${open.length} open`, open.length > 0 ? open : checkable) }
}

function count(words: string, [first, ...rest]: readonly FoundItem[]): AnswerCount | undefined {
  return first === undefined ? undefined : { words, found: [first, ...rest] }
}
