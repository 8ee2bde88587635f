import type { Connection, Disposable, FileSystemWatcher } from 'vscode-languageserver'
import { URI, Utils } from 'vscode-uri'
import { BASELINE_FILE } from '../core/config/baseline-file'
import type { Config } from '../core/config/config'
import { CONFIG_FILE } from '../core/config/load-config'
import { canonicalUri } from './canonical-uri'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'
import { DidChangeWatchedFilesNotification } from './library'

/**
 * The specs of the workspace and the files that decide how they are judged: configs, baselines, and the templates that
 * configs name.
 */
export interface WatchedFiles {
  /** Watches the Markdown files, configs and baselines of the workspace; to be called once the client is initialized. */
  start(): Promise<void>
  /** Watches folders that hold specs: of one that is moved or deleted, clients tell no more than its own name. */
  includeFolders(uris: Iterable<string>): Promise<void>
  /** Watches the templates that this config names too, and config and baseline where they stand above the workspace. */
  include(config: Config): Promise<void>
  /** Whether something is judged by this file. */
  has(uri: string): boolean
}

/** Markdown files, and what says which of them are left out. */
const SPEC_FILES = '**/{*.md,*.markdown,*.mdown,*.mkd,*.mkdn,.gitignore}'

const WATCHED_NAMES: readonly string[] = [CONFIG_FILE, BASELINE_FILE]

/**
 * @param folders URIs of the workspace folders that are open at a time
 * @param changed called with the URIs of such files that were created, changed or deleted.
 */
export function watchFiles(
  connection: Connection,
  client: ClientProfile,
  guard: Guard,
  folders: () => readonly string[],
  changed: (uris: readonly string[]) => void,
): WatchedFiles {
  const named = new Set<string>()
  const folderNames = new Set<string>()
  const registrations = new Map<'files' | 'folders', Promise<Disposable>>()

  async function register(what: 'files' | 'folders', watchers: FileSystemWatcher[]): Promise<void> {
    if (!client.watchFiles || watchers.length === 0) return
    const before = registrations.get(what)
    const registration = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
    registrations.set(what, registration)
    await registration
    // Only now: between two registrations no change would be told.
    ;(await before)?.dispose()
  }

  function registerFiles(): Promise<void> {
    return register('files', [
      ...WATCHED_NAMES.map((name) => ({ globPattern: `**/${name}` })),
      { globPattern: SPEC_FILES },
      ...[...named].map((uri) => watcherOf(uri, client)),
    ])
  }

  connection.onDidChangeWatchedFiles(
    guard.notification('workspace/didChangeWatchedFiles', ({ changes }) => {
      changed([...new Set(changes.map((change) => canonicalUri(change.uri)))])
    }),
  )
  return {
    start: registerFiles,
    async includeFolders(uris) {
      const before = folderNames.size
      for (const uri of uris) {
        const around = folders().find((folder) => uri.startsWith(`${folder}/`))
        for (const name of around === undefined ? [] : uri.slice(around.length + 1).split('/')) {
          folderNames.add(decodeURIComponent(name))
        }
      }
      if (folderNames.size > before) await register('folders', foldersGlob(folderNames))
    },
    has: (uri) => named.has(uri) || WATCHED_NAMES.includes(Utils.basename(URI.parse(uri))),
    async include({ uri: configUri, baselineUri, templateUris }) {
      const isAbove = (uri: string | undefined): uri is string =>
        uri !== undefined && !folders().some((folder) => uri.startsWith(`${folder}/`))
      const uris = [...[configUri, baselineUri].filter(isAbove), ...templateUris]
      const added = uris.filter((uri) => !named.has(uri))
      if (added.length === 0) return
      for (const uri of added) named.add(uri)
      await registerFiles()
    },
  }
}

/** More names than this in one pattern cost more than hearing of every file. */
const MOST_NAMES = 300

function foldersGlob(names: ReadonlySet<string>): FileSystemWatcher[] {
  // Characters that have a meaning in globs are matched by any other.
  const patterns = [...new Set([...names].map((name) => name.replace(/[*?{}[\],]/g, '?')))].sort()
  if (patterns.length === 0) return []
  if (patterns.length > MOST_NAMES) return [{ globPattern: '**/*' }]
  return [{ globPattern: patterns.length === 1 ? `**/${patterns[0]}` : `**/{${patterns.join(',')}}` }]
}

function watcherOf(uri: string, client: ClientProfile): FileSystemWatcher {
  const file = URI.parse(uri)
  const pattern = Utils.basename(file).replace(/[*?{}[\]]/g, '?')
  if (!client.relativePatterns) return { globPattern: `**/${pattern}` }
  return { globPattern: { baseUri: Utils.dirname(file).toString(), pattern } }
}
