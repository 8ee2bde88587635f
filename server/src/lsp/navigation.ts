import type {
  Connection,
  Location,
  LocationLink,
  TextDocumentPositionParams,
  TypeHierarchyItem,
} from 'vscode-languageserver'
import type { Position, TextDocument } from 'vscode-languageserver-textdocument'
import type { HierarchyData } from '../core/features/type-hierarchy'
import type { SpecService } from '../core/service'
import type { ClientProfile } from './client-profile'
import { type Documents, uriOf } from './documents'
import { type Guard, invalidParams } from './errors'
import { positionIn } from './positions'

/** Answers what leads from a place to others, in any file of the workspace. */
export function answerNavigation(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
): void {
  // What leads along links twice makes a choice of what was a jump.
  const options = { ownLinks: client.ownMarkdown }

  /** Calls `answer` with the document and position asked about; nothing where the document has no such place. */
  async function at<R>(
    params: TextDocumentPositionParams,
    answer: (document: TextDocument, position: Position) => Promise<R[]>,
  ): Promise<R[]> {
    const document = documents.get(uriOf(params.textDocument))
    const position = document && positionIn(document, params.position)
    return document && position ? answer(document, position) : []
  }

  connection.onDefinition(
    guard.request(
      'textDocument/definition',
      (params): Promise<Location[] | LocationLink[]> =>
        client.definitionLinks
          ? at(params, (document, position) => service.definitionLinks(document, position, options))
          : at(params, (document, position) => service.definition(document, position, options)),
    ),
  )
  connection.onReferences(
    guard.request('textDocument/references', (params) =>
      at(params, (document, position) =>
        service.references(document, position, params.context?.includeDeclaration === true, options),
      ),
    ),
  )
  connection.onImplementation(
    guard.request('textDocument/implementation', (params) => at(params, service.implementation)),
  )
  connection.languages.typeHierarchy.onPrepare(
    guard.request('textDocument/prepareTypeHierarchy', (params) => at(params, service.prepareHierarchy)),
  )
  connection.languages.typeHierarchy.onSubtypes(
    guard.request('typeHierarchy/subtypes', ({ item }) => service.subtypes(dataOf(item))),
  )
  connection.languages.typeHierarchy.onSupertypes(
    guard.request('typeHierarchy/supertypes', ({ item }) => service.supertypes(dataOf(item))),
  )
  connection.onWorkspaceSymbol(
    guard.request('workspace/symbol', ({ query }) =>
      service.workspaceSymbols(typeof query === 'string' ? query : ''),
    ),
  )
}

/** @throws {ResponseError} InvalidParams where it is no entry of this server. */
function dataOf(item: TypeHierarchyItem | undefined): HierarchyData {
  const data: Partial<HierarchyData> = typeof item?.data === 'object' && item.data !== null ? item.data : {}
  if (typeof data.uri !== 'string' || typeof data.key !== 'string') {
    throw invalidParams('This is no entry of a hierarchy of Specmark.')
  }
  return data as HierarchyData
}
