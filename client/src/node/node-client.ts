import type { LogOutputChannel } from 'vscode'
import { type BaseLanguageClient, TransportKind } from 'vscode-languageclient/node'
import { createServerClient, type ServerEvents } from '../common/server-client'
import { QuietClient } from './quiet-client'

/**
 * A client whose server is a process of its own.
 *
 * @param module absolute path of the server's bundle
 * @param cacheFolder URI of where the server may keep what it has read
 */
export function createNodeClient(
  module: string,
  cacheFolder: string,
  log: LogOutputChannel,
  events: ServerEvents,
): BaseLanguageClient {
  const run = { module, transport: TransportKind.ipc }
  // Any free port: another window, or another extension's server, may have the usual one.
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=0'] } }
  return createServerClient(
    (options) => new QuietClient('specmark', 'Specmark', { run, debug }, options),
    cacheFolder,
    log,
    events,
  )
}
