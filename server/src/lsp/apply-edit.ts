import type { Connection, TextEdit } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { ClientProfile } from './client-profile'
import { requestFailed } from './errors'
import { workspaceEditOf } from './workspace-edit'

/**
 * Has the client edit a document, in one step of its undo.
 *
 * @param label what its undo calls it
 * @throws {ResponseError} RequestFailed where it did not
 */
export async function applyEdit(
  connection: Connection,
  client: ClientProfile,
  { uri, version }: TextDocument,
  edits: readonly TextEdit[],
  label: string,
): Promise<void> {
  const edit = workspaceEditOf(client, [{ uri, version, edits }])
  const answer = await connection.workspace.applyEdit({ label, edit })
  if (!answer.applied) throw requestFailed(answer.failureReason ?? 'The document has changed meanwhile.')
}
