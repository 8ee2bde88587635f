import type { Uri } from 'vscode'
import type { BaseLanguageClient, ExecuteCommandParams, Position } from 'vscode-languageclient'
import { COMMANDS } from '../../../server/src/lsp/protocol'
import { changeAndSave, openedDocument } from './own-document'

/**
 * Ticks or unticks a box. A file without unsaved changes is saved afterwards.
 *
 * @param mark of the box that is meant; without it, the one at the position
 * @returns whether there was one
 * @throws {Error} for a person: the file is gone or cannot be written to, or the line has changed
 */
export async function toggleCheckbox(
  client: BaseLanguageClient,
  uri: Uri,
  position: Position,
  mark?: string,
): Promise<boolean> {
  const document = await openedDocument(uri, 'nothing was ticked')
  const params: ExecuteCommandParams = {
    command: COMMANDS.toggleCheckbox,
    arguments: [client.code2ProtocolConverter.asUri(uri), position, ...(mark === undefined ? [] : [mark])],
  }
  return changeAndSave(document, () => client.sendRequest<boolean>('workspace/executeCommand', params))
}
