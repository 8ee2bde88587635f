import type { Connection, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver'
import type { Analysis, SpecService } from '../core/service'
import { diagnosticsFor } from './adapt'
import type { ClientProfile } from './client-profile'
import { type Documents, uriOf } from './documents'
import type { Guard } from './errors'
import { DocumentDiagnosticReportKind } from './library'

/** Answers `textDocument/diagnostic`: in full, or `unchanged` where the client has the answer already. */
export function answerDiagnostics(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
): void {
  const resultId = resultIds()

  async function pull(params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const document = documents.get(uriOf(params.textDocument))
    if (document === undefined) return { kind: DocumentDiagnosticReportKind.Full, items: [] }
    const analysis = await service.analyse(document)
    const id = resultId(analysis)
    if (id === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: id }
    const items = diagnosticsFor(client, analysis.diagnostics)
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items }
  }

  connection.languages.diagnostics.on(guard.request('textDocument/diagnostic', pull))
}

/**
 * Names analyses. The service gives another one when the text, the config or a template has changed, so the name stands
 * for all that the findings were judged from. It begins with a word of its own for each run of the server: a client may
 * remember a name across a restart.
 */
function resultIds(): (analysis: Analysis) => string {
  const run = globalThis.crypto.randomUUID()
  const ids = new WeakMap<Analysis, string>()
  let count = 0
  return (analysis) => {
    const id = ids.get(analysis) ?? `${run}:${++count}`
    ids.set(analysis, id)
    return id
  }
}
