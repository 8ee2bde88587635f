import { FilePermission, type TextDocument, type Uri, workspace } from 'vscode'
import type { BaseLanguageClient, ExecuteCommandParams, Position } from 'vscode-languageclient'
import { COMMANDS } from '../../../server/src/lsp/protocol'
import { requireFile } from './require-file'

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
  const document = await openedDocument(uri)
  const wasSaved = !document.isDirty && !document.isUntitled
  const params: ExecuteCommandParams = {
    command: COMMANDS.toggleCheckbox,
    arguments: [client.code2ProtocolConverter.asUri(uri), position, ...(mark === undefined ? [] : [mark])],
  }
  const toggled = await client.sendRequest<boolean>('workspace/executeCommand', params)
  if (toggled && wasSaved) await document.save()
  return toggled
}

async function openedDocument(uri: Uri): Promise<TextDocument> {
  const name = workspace.asRelativePath(uri)
  if (uri.scheme !== 'untitled') {
    const { permissions = 0 } = await requireFile(uri)
    const isReadOnly =
      (permissions & FilePermission.Readonly) !== 0 || workspace.fs.isWritableFileSystem(uri.scheme) === false
    if (isReadOnly) throw new Error(`${name} is read-only: nothing was ticked.`)
  }
  return workspace.openTextDocument(uri)
}
