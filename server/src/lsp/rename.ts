import type { Connection, TextDocumentPositionParams } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import type { ClientProfile } from './client-profile'
import { type Documents, uriOf } from './documents'
import { type Guard, invalidParams, requestFailed } from './errors'
import { explained } from './explained'
import { positionIn } from './positions'
import { workspaceEditOf } from './workspace-edit'

/** Answers `textDocument/prepareRename` and `textDocument/rename`. What is refused is an error with its reason. */
export function answerRename(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
): void {
  connection.onPrepareRename(
    guard.request('textDocument/prepareRename', (params) =>
      explained(async () => {
        const place = placeOf(documents, params)
        return (place && (await service.prepareRename(place.document, place.position))) ?? null
      }),
    ),
  )
  connection.onRenameRequest(
    guard.request('textDocument/rename', (params) =>
      explained(async () => {
        const place = placeOf(documents, params)
        if (place === undefined) throw requestFailed('There is nothing here that can be renamed.')
        if (typeof params.newName !== 'string') throw invalidParams('A new name is expected.')
        return workspaceEditOf(client, await service.rename(place.document, place.position, params.newName))
      }),
    ),
  )
}

function placeOf(documents: Documents, params: TextDocumentPositionParams) {
  const document = documents.get(uriOf(params.textDocument))
  const position = document && positionIn(document, params.position)
  return document && position && { document, position }
}
