import type { ExtensionContext } from 'vscode'
import { TransportKind } from 'vscode-languageclient/node'
import { activateExtension } from '../common/activate'
import { QuietClient } from './quiet-client'

/** The extension where Node runs it: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const run = { module: context.asAbsolutePath('dist/server.cjs'), transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  activateExtension(context, (options) => new QuietClient('specmark', 'Specmark', { run, debug }, options))
}
