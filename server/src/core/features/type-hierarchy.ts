import { SymbolTag, type TypeHierarchyItem } from 'vscode-languageserver-types'
import type { FoundItem, WorkspaceIndex } from '../index/workspace/workspace-index'
import { shorten } from '../text/shorten'
import type { FeatureContext } from './context'
import { rangeIn } from './support/locations'
import { SYMBOL_KINDS } from './support/symbol-kinds'
import { targetAt } from './support/target'

/** What an entry of the hierarchy is found by again: sent to the client and back. */
export interface HierarchyData {
  readonly uri: string
  readonly key: string
}

const NAME_LENGTH = 60

/** The items named at an offset: what the chain of coverage is followed from, down to what answers them and up. */
export function prepareHierarchy(context: FeatureContext, offset: number): TypeHierarchyItem[] {
  const target = targetAt(context, offset)
  return target?.kind === 'item' ? target.found.map(entryOf) : []
}

/** What answers an item, in any file. @returns `[]` where it is there no more */
export function subtypes(workspace: WorkspaceIndex, data: HierarchyData): TypeHierarchyItem[] {
  const found = foundAgain(workspace, data)
  return found === undefined ? [] : workspace.answeredBy(found).map(entryOf)
}

/** What an item answers, in any file. @returns `[]` where it is there no more */
export function supertypes(workspace: WorkspaceIndex, data: HierarchyData): TypeHierarchyItem[] {
  const found = foundAgain(workspace, data)
  return found === undefined ? [] : workspace.answers(found).map(entryOf)
}

function foundAgain(workspace: WorkspaceIndex, { uri, key }: HierarchyData): FoundItem | undefined {
  const file = workspace.file(uri)
  const item = file && workspace.definitions(file, key)[0]
  return file && item && { file, item }
}

function entryOf({ file, item }: FoundItem): TypeHierarchyItem {
  const state = item.checked === undefined ? undefined : item.checked ? 'done' : 'open'
  const where = file.documentId?.text ?? file.title?.text
  return {
    name: item.text === '' ? item.id : `${item.id}: ${shorten(item.text, NAME_LENGTH)}`,
    kind: SYMBOL_KINDS[item.role],
    ...(item.retired ? { tags: [SymbolTag.Deprecated] } : {}),
    detail: [state, where].filter((one) => one !== undefined).join(' · '),
    uri: file.uri,
    range: rangeIn(file, { start: item.from, end: item.to }),
    selectionRange: rangeIn(file, item),
    data: { uri: file.uri, key: item.key } satisfies HierarchyData,
  }
}
