import type { ExtensionContext } from 'vscode'
import { activateExtension, type SpecmarkApi } from '../common/activate'

/** The extension where Node runs it. What talks to the server, a bundle of its own, is loaded after activation, which it would double. */
export function activate(context: ExtensionContext): SpecmarkApi {
  const server = context.asAbsolutePath('dist/server.cjs')
  // VS Code removes it with what else it keeps of the workspace.
  const cacheFolder = (context.storageUri ?? context.globalStorageUri).toString()
  return activateExtension(context, async (log, events) => {
    const { createNodeClient } = await import('./node-client')
    return createNodeClient(server, cacheFolder, log, events)
  })
}
