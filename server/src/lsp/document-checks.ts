import type { Connection } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { diagnosticsFor } from './adapt'
import type { ClientProfile } from './client-profile'
import { documentStatus } from './document-status'
import type { Documents } from './documents'
import { describe } from './errors'
import type { Log } from './log'
import { METHODS } from './protocol'
import { whenSettled } from './settled'
import type { WatchedFiles } from './watched-files'

/**
 * Tells the client, unasked, what has become of its open documents: the status of those whose status changed, and the
 * findings where it does not pull them. Follows the documents by itself; what it returns looks at some of them again.
 */
export function checkDocuments(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  watched: WatchedFiles,
  publishConfigProblems: () => Promise<void>,
  log: Log,
): (uris: Iterable<string>) => void {
  const told = new Map<string, string>()

  async function check(uri: string): Promise<void> {
    const document = documents.get(uri)
    if (document === undefined) return
    const analysis = await service.analyse(document)
    const status = client.progress ? await documentStatus(service, document) : undefined
    // A newer version is on its way through here, or it was closed: its findings must not come back.
    if (documents.get(uri) !== document) return
    if (!client.pullDiagnostics) {
      const diagnostics = diagnosticsFor(client, analysis.diagnostics)
      await connection.sendDiagnostics({
        uri: documents.clientUri(uri),
        version: document.version,
        diagnostics,
      })
    }
    const message = JSON.stringify({ ...status, version: 0 })
    if (status !== undefined && told.get(uri) !== message) {
      told.set(uri, message)
      await connection.sendNotification(METHODS.progress, status)
    }
    await watched.include(analysis.config)
    await publishConfigProblems()
  }

  async function forget(uri: string): Promise<void> {
    told.delete(uri)
    service.close(uri)
    if (!client.pullDiagnostics) {
      await connection.sendDiagnostics({ uri: documents.clientUri(uri), diagnostics: [] })
    }
  }

  const failed = (uri: string) => (error: unknown) => log('error', `Checking ${uri}: ${describe(error)}`)
  const schedule = whenSettled((uri) => void check(uri).catch(failed(uri)))
  documents.onChange(schedule)
  documents.onClose((uri) => void forget(uri).catch(failed(uri)))
  return (uris) => {
    for (const uri of uris) if (documents.get(uri) !== undefined) schedule(uri)
  }
}
