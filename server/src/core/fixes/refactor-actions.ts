import type { CodeAction } from 'vscode-languageserver-types'
import type { Analysis } from '../analyser'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import type { Item, SpecDocument } from '../model/spec-document'
import type { Edit } from '../rules/rule'
import type { CodeActionData } from './code-actions'
import { type Refactoring, refactoringsOf, sectionRefactoringsOf } from './refactor'

/**
 * What can be done with the item around an offset, or on a heading with those of its section, without edits: those are made when
 * one is chosen.
 */
export function refactorActions(analysis: Analysis, workspace: WorkspaceIndex, offset: number): CodeAction[] {
  const { uri, version } = analysis.document
  return refactoringsAt(analysis, workspace, offset).map(({ title, kind }, refactoring) => ({
    title,
    kind,
    data: { uri, version, place: offset, action: 'refactor', refactoring } satisfies CodeActionData,
  }))
}

/** The edits of such an action; `undefined` where the document has changed since it was offered. */
export function editsOfRefactoring(
  analysis: Analysis,
  workspace: WorkspaceIndex,
  { version, place, refactoring }: CodeActionData,
): readonly Edit[] | undefined {
  if (analysis.document.version !== version || refactoring === undefined) return undefined
  return refactoringsAt(analysis, workspace, place)[refactoring]?.edits()
}

function refactoringsAt(
  { spec, index, symbols }: Analysis,
  workspace: WorkspaceIndex,
  offset: number,
): readonly Refactoring[] {
  const { kind } = spec.recognition
  if (kind !== 'spec' && kind !== 'loose') return []
  const isNamedElsewhere = ({ id }: Item) => {
    const symbol = workspace.definitions(symbols, id.key)[0]
    const named = symbol === undefined ? [] : workspace.referencesTo({ file: symbols, item: symbol })
    return named.some(({ file }) => file.uri !== symbols.uri)
  }
  const placeOf = (item: Item) => ({ spec, index, item, offset, isNamedElsewhere })
  const item = spec.items.findLast(({ span }) => span.start <= offset && offset <= span.end)
  if (item !== undefined) return refactoringsOf(placeOf(item))
  return sectionRefactoringsOf(firstItemsUnder(spec, offset).map(placeOf))
}

/** On a section's heading, the first item of each numbering in the section. */
function firstItemsUnder({ sections, items }: SpecDocument, offset: number): readonly Item[] {
  const section = sections.find(({ heading }) => heading.start <= offset && offset <= heading.end)
  const first = new Map<string, Item>()
  for (const item of section === undefined ? [] : items) {
    const numbering = `${item.form} ${item.id.prefix} ${item.id.area}`
    if (item.section === section && !first.has(numbering)) first.set(numbering, item)
  }
  return [...first.values()]
}
