import type { Connection, ExecuteCommandParams } from 'vscode-languageserver'
import { Position } from 'vscode-languageserver-types'
import { COMMANDS } from '../core/features/commands'
import type { SpecService } from '../core/service'
import { applyEdit } from './apply-edit'
import type { ClientProfile } from './client-profile'
import { demandWritable } from './demand-writable'
import { type Documents, openDocument } from './documents'
import { type Guard, invalidParams, requestFailed } from './errors'
import { explained } from './explained'
import { ErrorCodes, ResponseError } from './library'
import { statusMover } from './move-status'
import { positionIn } from './positions'

/**
 * Answers `workspace/executeCommand`: edits go to the client, whose undo takes them back in one step, and so does a place to
 * show.
 *
 * @param isWritable whether a file may be written to: an edit that cannot be saved is not made
 */
export function answerCommands(
  connection: Connection,
  service: SpecService,
  documents: Documents,
  client: ClientProfile,
  guard: Guard,
  isWritable: (uri: string) => Promise<boolean>,
): void {
  /** `true` when a checkbox was ticked or unticked, `false` when there is none at the position. */
  async function toggleCheckbox([uri, at, mark]: readonly unknown[]): Promise<boolean> {
    if (typeof uri !== 'string' || !isMark(mark))
      throw invalidParams(`${COMMANDS.toggleCheckbox} takes a URI, a position and perhaps a mark.`)
    const document = openDocument(documents, uri)
    const position = positionIn(document, at)
    const edits =
      position === undefined
        ? []
        : await explained(() => service.toggle(document, position, mark ?? undefined))
    if (edits.length === 0) return false
    await demandWritable(document.uri, isWritable, 'nothing was ticked.')
    await applyEdit(connection, client, document, edits, 'Toggle checkbox')
    return true
  }

  /** `true` when the client has shown the place. */
  async function revealPosition([uri, at]: readonly unknown[]): Promise<boolean> {
    if (typeof uri !== 'string' || !Position.is(at))
      throw invalidParams(`${COMMANDS.revealPosition} takes a URI and a position.`)
    if (!client.showDocument) throw requestFailed('The client cannot show a document for a server.')
    const selection = { start: at, end: at }
    const { success } = await connection.window.showDocument({ uri, takeFocus: true, selection })
    return success
  }

  const moveStatus = statusMover(connection, service, documents, client, isWritable)

  connection.onExecuteCommand(
    guard.request('workspace/executeCommand', (params: ExecuteCommandParams) => {
      if (params.command === COMMANDS.toggleCheckbox) return toggleCheckbox(params.arguments ?? [])
      if (params.command === COMMANDS.moveStatus) return moveStatus(params.arguments ?? [])
      if (params.command === COMMANDS.revealPosition) return revealPosition(params.arguments ?? [])
      throw new ResponseError(ErrorCodes.InvalidParams, `There is no command ${params.command}.`)
    }),
  )
}

function isMark(value: unknown): value is string | null | undefined {
  return value === undefined || value === null || typeof value === 'string'
}
