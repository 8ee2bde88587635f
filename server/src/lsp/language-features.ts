import type { CompletionItem, Connection, TextDocumentPositionParams } from 'vscode-languageserver'
import type { Position, TextDocument } from 'vscode-languageserver-textdocument'
import { MarkupKind } from 'vscode-languageserver-types'
import type { CompletionData } from '../core/features/support/completion-data'
import type { SpecService } from '../core/service'
import { codeLensesFor, completionsFor, hoverFor } from './adapt'
import type { ClientProfile } from './client-profile'
import { documentStatus } from './document-status'
import { type Documents, uriOf } from './documents'
import type { Guard } from './errors'
import { positionIn } from './positions'
import { type ExplainParams, METHODS } from './protocol'
import type { SettingsSource } from './settings'

/** Answers what an editor asks about a document. For one that is not open, or not Markdown, there is nothing to say. */
export function answerLanguageFeatures(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  settings: SettingsSource,
  guard: Guard,
): void {
  /** Calls `answer` with the document and position asked about; `otherwise` where the document has no such place. */
  async function at<R>(
    params: TextDocumentPositionParams,
    otherwise: R,
    answer: (document: TextDocument, position: Position) => Promise<R>,
  ): Promise<R> {
    const document = documents.get(uriOf(params.textDocument))
    const position = document && positionIn(document, params.position)
    return document && position ? answer(document, position) : otherwise
  }

  connection.onCompletion(
    guard.request('textDocument/completion', (params) =>
      at(params, [], async (document, position) =>
        completionsFor(
          client,
          await service.completion(document, position, {
            trigger: params.context?.triggerCharacter,
            ownLinks: client.ownMarkdown,
          }),
        ),
      ),
    ),
  )
  connection.onCompletionResolve(
    guard.request('completionItem/resolve', async (item) => {
      const data = dataOf(item)
      const document = data && documents.get(data.from)
      const value = document && (await service.completionDetails(document, data.named))
      if (value === undefined) return item
      const kind = client.markdownDetails ? MarkupKind.Markdown : MarkupKind.PlainText
      return { ...item, documentation: { kind, value } }
    }),
  )
  connection.onHover(
    guard.request('textDocument/hover', (params) =>
      at(params, null, async (document, position) => {
        const hover = await service.hover(document, position, {
          commandLinks: client.commandLinks && client.markdownHover,
        })
        return hover === undefined ? null : hoverFor(client, hover)
      }),
    ),
  )
  connection.languages.inlayHint.on(
    guard.request('textDocument/inlayHint', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      const start = document && positionIn(document, params.range?.start)
      const end = document && positionIn(document, params.range?.end)
      if (!document || !start || !end || !(await settings.current()).inlayHints) return []
      return service.inlayHints(document, { start, end })
    }),
  )
  connection.onCodeLens(
    guard.request('textDocument/codeLens', async (params) => {
      const document = documents.get(uriOf(params.textDocument))
      const { codeLens, coverageLenses } = await settings.current()
      if (document === undefined) return []
      const lenses = [
        ...(codeLens ? await service.codeLenses(document) : []),
        ...(coverageLenses ? await service.coverageLenses(document) : []),
      ]
      return codeLensesFor(client, lenses)
    }),
  )
  connection.onDocumentOnTypeFormatting(
    guard.request('textDocument/onTypeFormatting', (params) =>
      at(params, [], async (document, position) =>
        params.ch === '\n' ? service.nextItem(document, position) : [],
      ),
    ),
  )
  connection.onRequest(
    METHODS.explain,
    guard.request(METHODS.explain, async (params: ExplainParams) => {
      const document = documents.get(uriOf(params?.textDocument))
      return document === undefined ? null : documentStatus(service, document)
    }),
  )
}

/** `undefined` for an item that names nothing, such as a keyword, and for what no completion of this server has sent. */
function dataOf({ data }: CompletionItem): CompletionData | undefined {
  const { from, named }: Partial<CompletionData> = typeof data === 'object' && data !== null ? data : {}
  if (typeof from !== 'string' || typeof named !== 'object' || named === null) return undefined
  const isKnown =
    'documentId' in named
      ? typeof named.documentId === 'string'
      : typeof named.uri === 'string' && typeof named.key === 'string'
  return isKnown ? { from, named } : undefined
}
