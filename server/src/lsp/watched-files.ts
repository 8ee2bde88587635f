import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import type { Config } from '../core/config/config'
import { CONFIG_FILE } from '../core/config/load-config'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'

/** The files that decide how documents are judged: configs, and the templates that they name. */
export interface WatchedFiles {
  /** Watches every `specmark.json` of the workspace; to be called once the client is initialized. */
  start(): Promise<void>
  /** Watches the templates that this config names too, and the config where it stands above the workspace. */
  include(config: Config): Promise<void>
  /** Whether something is judged by this file. */
  has(uri: string): boolean
}

/**
 * @param folders URIs of the workspace folders.
 * @param changed called with the URI of such a file that was created, changed or deleted.
 */
export function watchFiles(
  connection: Connection,
  client: ClientProfile,
  guard: Guard,
  folders: readonly string[],
  changed: (uris: readonly string[]) => void,
): WatchedFiles {
  const named = new Set<string>()
  let registration: Promise<Disposable> | undefined

  async function register(): Promise<void> {
    if (!client.watchFiles) return
    const before = registration
    const watchers = [
      { globPattern: `**/${CONFIG_FILE}` },
      ...[...named].map((uri) => watcherOf(uri, client)),
    ]
    registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    await registration
    // Only now: between two registrations no change would be told.
    ;(await before)?.dispose()
  }

  connection.onDidChangeWatchedFiles(
    guard.notification('workspace/didChangeWatchedFiles', ({ changes }) => {
      changed([...new Set(changes.map((change) => change.uri))])
    }),
  )
  return {
    start: register,
    has: (uri) => named.has(uri) || Utils.basename(URI.parse(uri)) === CONFIG_FILE,
    async include(config) {
      const above =
        config.uri !== undefined && !folders.some((folder) => config.uri?.startsWith(`${folder}/`))
      const uris =
        above && config.uri !== undefined ? [config.uri, ...config.templateUris] : config.templateUris
      const added = uris.filter((uri) => !named.has(uri))
      if (added.length === 0) return
      for (const uri of added) named.add(uri)
      await register()
    },
  }
}

function watcherOf(uri: string, client: ClientProfile): FileSystemWatcher {
  const file = URI.parse(uri)
  const pattern = Utils.basename(file).replace(/[*?{}[\]]/g, '?')
  if (!client.relativePatterns) return { globPattern: `**/${pattern}` }
  return { globPattern: { baseUri: Utils.dirname(file).toString(), pattern } }
}
