import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import { BASELINE_FILE } from '../core/config/baseline-file'
import type { Config } from '../core/config/config'
import { CONFIG_FILE } from '../core/config/load-config'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'

/** The files that decide how documents are judged: configs, baselines, and the templates that configs name. */
export interface WatchedFiles {
  /** Watches every config and baseline of the workspace; to be called once the client is initialized. */
  start(): Promise<void>
  /** Watches the templates that this config names too, and config and baseline where they stand above the workspace. */
  include(config: Config): Promise<void>
  /** Whether something is judged by this file. */
  has(uri: string): boolean
}

const WATCHED_NAMES: readonly string[] = [CONFIG_FILE, BASELINE_FILE]

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
      ...WATCHED_NAMES.map((name) => ({ globPattern: `**/${name}` })),
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
    has: (uri) => named.has(uri) || WATCHED_NAMES.includes(Utils.basename(URI.parse(uri))),
    async include({ uri: configUri, baselineUri, templateUris }) {
      const isAbove = (uri: string | undefined): uri is string =>
        uri !== undefined && !folders.some((folder) => uri.startsWith(`${folder}/`))
      const uris = [...[configUri, baselineUri].filter(isAbove), ...templateUris]
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
