import type { Connection } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { type Documents, openDocument, uriOf } from './documents'
import type { Guard } from './errors'
import { explained } from './explained'
import { type GateParams, METHODS, type StatusGate } from './protocol'
import { statusGate } from './status-gate'

/** Answers `specmark/gate`. */
export function answerGate(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  guard: Guard,
): void {
  async function gate(params: Partial<GateParams> | null | undefined): Promise<StatusGate> {
    const uri = uriOf(params?.textDocument)
    const document = openDocument(documents, uri)
    return statusGate(document, await explained(() => service.gate(document)))
  }

  connection.onRequest(METHODS.gate, guard.request(METHODS.gate, gate))
}
