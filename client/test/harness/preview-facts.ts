import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../../scripts/lib/paths.mjs'
import type { PreviewFacts } from '../../../server/src/lsp/protocol'

/** What the built library says of a document, as the server would tell a client that renders it. */
export async function previewFactsOf(uri: string, text: string): Promise<PreviewFacts | undefined> {
  const built = pathToFileURL(join(root, 'server', 'dist', 'index.js')).href
  const { createNodeHost, createSpecService, TextDocument }: typeof import('../../../server/src/index') =
    await import(built)
  const service = createSpecService(createNodeHost(() => undefined))
  await service.analyse(TextDocument.create(uri, 'markdown', 1, text))
  return service.preview(uri)
}
