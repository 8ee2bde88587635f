import type { ExtensionContext } from 'vscode'
import { activateExtension } from '../common/activate'

/** The extension where Node runs it. What talks to the server is loaded after activation, which it would double. */
export function activate(context: ExtensionContext): void {
  const server = context.asAbsolutePath('dist/server.cjs')
  activateExtension(context, async (log, events) => {
    const { createNodeClient } = await import('./node-client')
    return createNodeClient(server, log, events)
  })
}
