import type { Location, Position } from 'vscode-languageserver-types'
import type { FoundItem, WorkspaceIndex } from '../index/workspace/workspace-index'
import type { FeatureContext } from './context'
import { leadsTo, locationIn, locationOfLink } from './support/locations'
import { type TargetOptions, targetAt } from './support/target'

/**
 * Every place in any file that names what stands at an offset: an item, a document ID (links to its file included), what a
 * link leads to, or a heading. Ordered by file and place.
 *
 * @param includeDeclaration with the places that define it
 */
export function references(
  context: FeatureContext,
  offset: number,
  includeDeclaration: boolean,
  options: TargetOptions = {},
): Location[] {
  const { workspace, file } = context
  const target = targetAt(context, offset, options)
  switch (target?.kind) {
    case 'item':
      return inOrder(target.found.flatMap((found) => ofItem(workspace, found, includeDeclaration)))
    case 'document':
      return inOrder(ofDocument(workspace, target.id, includeDeclaration))
    case 'link': {
      const declared = includeDeclaration ? locationOfLink(workspace, target.link) : undefined
      const { uri, fragment } = target.link
      return inOrder([...(declared === undefined ? [] : [declared]), ...ofPlace(workspace, uri, fragment)])
    }
    case 'heading': {
      const { heading } = target
      const declared = includeDeclaration ? [locationIn(file, heading)] : []
      return inOrder([...declared, ...ofPlace(workspace, file.uri, heading.anchor)])
    }
    case undefined:
      return []
  }
}

function ofItem(workspace: WorkspaceIndex, found: FoundItem, includeDeclaration: boolean): Location[] {
  const { file, item } = found
  const declared = includeDeclaration ? workspace.definitions(file, item.key) : []
  return [
    ...declared.map((one) => locationIn(file, one)),
    ...workspace.referencesTo(found).map(({ file: other, reference }) => locationIn(other, reference)),
  ]
}

/** Links to a heading; of no fragment all links to the file. */
function ofPlace(workspace: WorkspaceIndex, uri: string, fragment: string): Location[] {
  return workspace
    .linksTo(uri)
    .filter(({ link }) => fragment === '' || leadsTo(link, { uri, fragment }))
    .map(({ file, link }) => locationIn(file, link))
}

function ofDocument(workspace: WorkspaceIndex, id: string, includeDeclaration: boolean): Location[] {
  const specs = workspace.withDocumentId(id)
  return [
    ...specs.flatMap((file) =>
      includeDeclaration && file.documentId ? [locationIn(file, file.documentId)] : [],
    ),
    ...workspace.mentionsOfDocument(id).map(({ file, place }) => locationIn(file, place)),
    ...specs.flatMap(({ uri }) => workspace.linksTo(uri)).map(({ file, link }) => locationIn(file, link)),
  ]
}

/** By file and place, each once. */
function inOrder(locations: readonly Location[]): Location[] {
  const sorted = [...locations].sort(compare)
  return sorted.filter((location, at) => {
    const before = sorted[at - 1]
    return before === undefined || compare(before, location) !== 0
  })
}

function compare(a: Location, b: Location): number {
  if (a.uri !== b.uri) return a.uri < b.uri ? -1 : 1
  return comparePositions(a.range.start, b.range.start) || comparePositions(a.range.end, b.range.end)
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character
}
