import type { Connection, InitializeParams } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { canonicalUri } from './canonical-uri'
import type { ClientProfile } from './client-profile'
import { describe, type Guard } from './errors'
import type { Log } from './log'
import { readingProgress } from './reading-progress'

/** Reads the folders of the workspace, and follows those that come and go. */
export interface WorkspaceFolders {
  /** To be called once the client is initialized. */
  start(): void
  /** URIs of those that are open, without a slash behind. */
  current(): readonly string[]
}

export function followFolders(
  connection: Connection,
  service: SpecService,
  client: ClientProfile,
  params: InitializeParams,
  guard: Guard,
  log: Log,
): WorkspaceFolders {
  async function read(folder: string): Promise<void> {
    const started = performance.now()
    const progress = readingProgress(connection, client)
    await service.addFolder(folder, progress)
    progress.done()
    const time = Math.round(performance.now() - started)
    const specs = [...service.heads()].filter(({ uri }) => uri.startsWith(`${folder}/`)).length
    if (progress.signal.aborted)
      log('warn', `Reading ${folder} was cancelled: what it defines is not known whole.`)
    else
      log(
        'info',
        `${folder}: ${specs} ${specs === 1 ? 'specification' : 'specifications'}, read in ${time} ms${leftOutIn(folder)}`,
      )
  }

  /** Why is in the log already, a line for each. */
  function leftOutIn(folder: string): string {
    const count = [...service.leftOut().keys()].filter((uri) => uri.startsWith(`${folder}/`)).length
    return count === 0 ? '' : `; ${count} ${count === 1 ? 'file is' : 'files are'} left out`
  }

  function add(folder: string): void {
    read(folder).catch((error: unknown) => log('error', `Reading ${folder}: ${describe(error)}`))
  }

  const current = new Set(foldersOf(params))
  return {
    current: () => [...current],
    start() {
      for (const folder of current) add(folder)
      if (!client.workspaceFolders) return
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void guard.notification('workspace/didChangeWorkspaceFolders', () => {
          for (const uri of removed.map((folder) => withoutSlash(folder.uri))) {
            current.delete(uri)
            service.removeFolder(uri)
          }
          for (const uri of added.map((folder) => withoutSlash(folder.uri))) {
            current.add(uri)
            add(uri)
          }
        })(undefined)
      })
    },
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const uris = workspaceFolders?.map((folder) => folder.uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
  return uris.map(withoutSlash)
}

/** Canonical. */
function withoutSlash(uri: string): string {
  return canonicalUri(uri).replace(/\/$/, '')
}
