import type { Connection } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { canonicalUri } from './canonical-uri'
import type { Documents } from './documents'
import { describe, type Guard, invalidParams } from './errors'
import type { Log } from './log'
import { METHODS, type PreviewedParams, type PreviewFactsParams } from './protocol'
import { whenSettled } from './settled'

/**
 * Tells a client that renders documents what stands in them: at first, and whenever that is something else. Of what is not
 * rendered nothing is found out.
 *
 * @returns to be called when configs or templates have changed
 */
export function pushPreviews(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  guard: Guard,
  log: Log,
): () => void {
  /** Rendered documents by canonical URI: their names for the client, and what it was told last. */
  const rendered = new Map<string, { readonly name: string; told: string | undefined }>()

  async function tell(uri: string): Promise<void> {
    const facts = (await service.preview(uri)) ?? null
    const document = rendered.get(uri)
    if (document === undefined) return
    const params: PreviewFactsParams = { uri: document.name, facts }
    const message = JSON.stringify(params)
    if (message === document.told) return
    document.told = message
    await connection.sendNotification(METHODS.previewFacts, params)
  }

  const soon = whenSettled((uri) => {
    tell(uri).catch((error: unknown) => log('error', `Preview of ${uri}: ${describe(error)}`))
  })
  const changed = (uris: Iterable<string>) => {
    for (const uri of uris) if (rendered.has(uri)) soon(uri)
  }
  documents.onChange((uri) => changed([uri]))
  service.onChanged((uri, reached) => changed([uri, ...reached]))
  connection.onNotification(
    METHODS.previewed,
    guard.notification(METHODS.previewed, (params: Partial<PreviewedParams> | null | undefined) => {
      const names = namesIn(params)
      for (const uri of rendered.keys()) if (!names.has(uri)) rendered.delete(uri)
      for (const [uri, name] of names) {
        if (rendered.has(uri)) continue
        rendered.set(uri, { name, told: undefined })
        soon(uri)
      }
    }),
  )
  return () => changed([...rendered.keys()])
}

/** By canonical URI. @throws {ResponseError} InvalidParams */
function namesIn(params: Partial<PreviewedParams> | null | undefined): ReadonlyMap<string, string> {
  const uris: unknown = params?.uris
  if (!Array.isArray(uris) || !uris.every((uri) => typeof uri === 'string'))
    throw invalidParams(`${METHODS.previewed} takes the URIs of documents.`)
  return new Map(uris.map((uri: string) => [canonicalUri(uri), uri]))
}
