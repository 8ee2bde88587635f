import type { Connection } from 'vscode-languageserver'
import type { SpecService } from '../core/service'
import { Refused } from '../core/text/refused'
import { canonicalUri } from './canonical-uri'
import type { ClientProfile } from './client-profile'
import type { Guard } from './errors'
import type { Log } from './log'
import type { SettingsSource } from './settings'
import { workspaceEditOf } from './workspace-edit'

/**
 * Answers `workspace/willRenameFiles`: the links between specs follow. Nothing where the editor updates links itself. What is
 * refused stands in the log: a move must not fail for its links.
 */
export function answerFileOperations(
  connection: Connection,
  service: SpecService,
  client: ClientProfile,
  settings: SettingsSource,
  guard: Guard,
  log: Log,
): void {
  connection.workspace.onWillRenameFiles(
    guard.request('workspace/willRenameFiles', async ({ files }) => {
      if ((await settings.current()).editorUpdatesLinks) return null
      const moves = files.map(({ oldUri, newUri }) => ({
        from: withoutSlash(oldUri),
        to: withoutSlash(newUri),
      }))
      try {
        const edits = await service.movedLinks(moves)
        return edits.length === 0 ? null : workspaceEditOf(client, edits)
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        log('warn', `Links were left as they are: ${error.message}`)
        return null
      }
    }),
  )
}

function withoutSlash(uri: string): string {
  return canonicalUri(uri).replace(/\/$/, '')
}
