import type { Connection, Disposable, TextEdit } from 'vscode-languageserver'
import { textEdits } from '../core/fixes/text-edits'
import type { SpecService } from '../core/service'
import type { ClientProfile } from './client-profile'
import type { Documents } from './documents'
import { describe } from './errors'
import { WillSaveTextDocumentWaitUntilRequest } from './library'
import type { Log } from './log'
import type { Settings } from './settings'

/**
 * Brings Last Updated up to date when a spec is saved, for who has asked for it. A client that can be told later asks only
 * while the setting is on: every save of a Markdown file would wait for an answer.
 *
 * @returns to be called with the settings when they have been read
 */
export function updateOnSave(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  settings: () => Promise<Settings>,
  log: Log,
): (settings: Settings) => void {
  let registration: Promise<Disposable> | undefined

  documents.onWillSave(async (document): Promise<TextEdit[]> => {
    if (!(await settings()).updateOnSave) return []
    const edit = await service.lastUpdated(document)
    return edit === undefined ? [] : textEdits(document, [edit])
  })

  const failed = (error: unknown) => log('warn', `Asking to be told of saving: ${describe(error)}`)
  return ({ updateOnSave }) => {
    if (!client.registersSync) return
    if (updateOnSave) {
      registration ??= connection.client.register(WillSaveTextDocumentWaitUntilRequest.type, {
        documentSelector: [{ language: 'markdown' }],
      })
      registration.catch(failed)
    } else {
      registration?.then((registered) => registered.dispose()).catch(failed)
      registration = undefined
    }
  }
}
