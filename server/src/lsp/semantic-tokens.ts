import type {
  Connection,
  SemanticTokens,
  SemanticTokensDelta,
  TextDocumentIdentifier,
} from 'vscode-languageserver'
import { tokenEdits } from '../core/features/semantic-tokens/delta'
import type { SpecService } from '../core/service'
import { type Documents, uriOf } from './documents'
import { type Guard, invalidParams } from './errors'
import { positionIn } from './positions'

/**
 * Answers the requests for semantic tokens: all of a document, those of a range, and what has changed since an answer. For
 * the last, one answer is remembered for each open document: the last one, which is the one that a client asks about.
 */
export function answerSemanticTokens(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  guard: Guard,
): void {
  const last = new Map<string, SemanticTokens>()
  const run = globalThis.crypto.randomUUID()
  let count = 0
  documents.onClose((uri) => last.delete(uri))

  /** The tokens under a name of their own, by which the client may ask what has changed. */
  async function full(identifier: TextDocumentIdentifier): Promise<SemanticTokens> {
    const document = documents.get(uriOf(identifier))
    if (document === undefined) return { data: [] }
    const { data } = await service.semanticTokens(document)
    const tokens = { resultId: `${run}:${++count}`, data }
    // Closed meanwhile: nobody would forget it.
    if (documents.get(document.uri) !== undefined) last.set(document.uri, tokens)
    return tokens
  }

  const { semanticTokens } = connection.languages
  semanticTokens.on(
    guard.request('textDocument/semanticTokens/full', ({ textDocument }) => full(textDocument)),
  )
  semanticTokens.onDelta(
    guard.request(
      'textDocument/semanticTokens/full/delta',
      async ({ textDocument, previousResultId }): Promise<SemanticTokens | SemanticTokensDelta> => {
        const before = last.get(uriOf(textDocument))
        const tokens = await full(textDocument)
        if (before === undefined || before.resultId !== previousResultId || tokens.resultId === undefined) {
          return tokens
        }
        return { resultId: tokens.resultId, edits: tokenEdits(before.data, tokens.data) }
      },
    ),
  )
  semanticTokens.onRange(
    guard.request('textDocument/semanticTokens/range', async ({ textDocument, range }) => {
      const document = documents.get(uriOf(textDocument))
      if (document === undefined) return { data: [] }
      if (typeof range !== 'object' || range === null) throw invalidParams('A range is expected.')
      const start = positionIn(document, range.start)
      const end = positionIn(document, range.end) ?? document.positionAt(document.getText().length)
      return start === undefined ? { data: [] } : service.semanticTokens(document, { start, end })
    }),
  )
}
