import type { InitializeResult } from 'vscode-languageserver'
import { capabilitiesFor } from './capabilities'
import type { ClientProfile } from './client-profile'

/** The answer to `initialize`. */
export function initializeResult(client: ClientProfile): InitializeResult {
  return { capabilities: capabilitiesFor(client), serverInfo: { name: 'specmark' } }
}
