import type { Connection, SelectionRange } from 'vscode-languageserver'
import type { Position } from 'vscode-languageserver-textdocument'
import type { SpecService } from '../core/service'
import { foldsFor, symbolsFor } from './adapt'
import type { ClientProfile } from './client-profile'
import { type Documents, uriOf } from './documents'
import { type Guard, invalidParams } from './errors'
import { positionIn } from './positions'

/** Answers what an editor shows of the structure of a document: outline, folds, selections, highlights, links. */
export function answerStructureFeatures(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
): void {
  connection.onDocumentSymbol(
    guard.request('textDocument/documentSymbol', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      if (document === undefined) return []
      const symbols = await service.documentSymbols(document, { withoutHeadings: client.ownMarkdown })
      return symbolsFor(client, document.uri, symbols)
    }),
  )
  connection.onFoldingRanges(
    guard.request('textDocument/foldingRange', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      if (document === undefined) return []
      const options = { frontMatterOnly: client.ownMarkdown, limit: client.foldLimit }
      return foldsFor(client, await service.foldingRanges(document, options))
    }),
  )
  connection.onSelectionRanges(
    guard.request('textDocument/selectionRange', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      if (document === undefined) return null
      if (!Array.isArray(params.positions)) throw invalidParams('A list of positions is expected.')
      const positions: readonly Position[] = params.positions
      // Asked for first: a position that is none is told.
      const places = positions.map((position) => positionIn(document, position))
      const found = await service.selectionRanges(
        document,
        places.map((place) => place ?? { line: 0, character: 0 }),
      )
      if (found.length === 0) return null
      return found.map((range, at) => (places[at] === undefined ? nothingAt(positions[at]) : range))
    }),
  )
  connection.onDocumentHighlight(
    guard.request('textDocument/documentHighlight', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      const position = document && positionIn(document, params.position)
      return document && position
        ? service.highlights(document, position, { ownLinks: client.ownMarkdown })
        : []
    }),
  )
  connection.onDocumentLinks(
    guard.request('textDocument/documentLink', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      return document === undefined ? [] : service.links(document)
    }),
  )
}

/** The protocol wants an answer for each position, those behind the end of the document included. */
function nothingAt(position: Position = { line: 0, character: 0 }): SelectionRange {
  return { range: { start: position, end: position } }
}
