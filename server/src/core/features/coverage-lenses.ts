import type { CodeLens } from 'vscode-languageserver-types'
import type { FoundItem } from '../index/workspace/workspace-index'
import type { Item } from '../model/spec-document'
import type { Role } from '../template/template'
import { COMMANDS } from './commands'
import type { FeatureContext } from './context'
import { locationIn } from './support/locations'
import { isSpec } from './support/lookup'
import { rangeOf } from './support/range'

/** What a count of items that answer a requirement is called; others are not counted. */
const NAMES: readonly (readonly [Role, one: string, many: string])[] = [
  ['criterion', 'criterion', 'criteria'],
  ['test', 'test', 'tests'],
  ['task', 'task', 'tasks'],
]

/**
 * Lenses on each requirement that count what answers it, in any file: `2 criteria`, `1 test`, `1 open`. Each leads to the
 * first of those that it counts; `0 open` to the first that could be.
 */
export function coverageLenses(context: FeatureContext): CodeLens[] {
  const { spec, file, workspace } = context
  if (!isSpec(spec)) return []
  return spec.items.flatMap((item) => {
    if (item.role !== 'requirement' || item.retired) return []
    const symbol = workspace.definitions(file, item.id.key)[0]
    return symbol === undefined ? [] : lensesOf(context, item, workspace.answeredBy({ file, item: symbol }))
  })
}

function lensesOf(context: FeatureContext, item: Item, answering: readonly FoundItem[]): CodeLens[] {
  const live = answering.filter((found) => !found.item.retired)
  const lens = (title: string, [first]: readonly FoundItem[]): CodeLens[] => {
    if (first === undefined) return []
    const { uri, range } = locationIn(first.file, first.item)
    const command = { title, command: COMMANDS.revealPosition, arguments: [uri, range.start] }
    return [{ range: rangeOf(context, item.id.span), command }]
  }
  if (live.length === 0) {
    return [{ range: rangeOf(context, item.id.span), command: { title: 'Nothing answers it', command: '' } }]
  }
  const counts = NAMES.flatMap(([role, one, many]) => {
    const found = live.filter((answer) => answer.item.role === role)
    return lens(`${found.length} ${found.length === 1 ? one : many}`, found)
  })
  const checkable = live.filter((answer) => answer.item.checked !== undefined)
  const open = checkable.filter((answer) => answer.item.checked === false)
  return [...counts, ...lens(`${open.length} open`, open.length > 0 ? open : checkable)]
}
