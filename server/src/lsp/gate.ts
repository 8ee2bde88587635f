import type { Connection } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { type Documents, uriOf } from './documents'
import { type Guard, requestFailed } from './errors'
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
    const document = documents.get(uri)
    if (document === undefined) throw requestFailed(`${uri} is not an open Markdown document.`)
    return statusGate(document, await explained(() => service.gate(document)))
  }

  connection.onRequest(METHODS.gate, guard.request(METHODS.gate, gate))
}
