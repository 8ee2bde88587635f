import { FilePermission, type TextDocument, type Uri, workspace } from 'vscode'
import { requireFile } from './require-file'

/**
 * Opens what is about to be changed.
 *
 * @param undone what a read-only file leaves undone: `nothing was ticked`
 * @throws {Error} for a person: the file is gone or cannot be written to
 */
export async function openedDocument(uri: Uri, undone: string): Promise<TextDocument> {
  const name = workspace.asRelativePath(uri)
  if (uri.scheme !== 'untitled') {
    const { permissions = 0 } = await requireFile(uri)
    const isReadOnly =
      (permissions & FilePermission.Readonly) !== 0 || workspace.fs.isWritableFileSystem(uri.scheme) === false
    if (isReadOnly) throw new Error(`${name} is read-only: ${undone}.`)
  }
  return workspace.openTextDocument(uri)
}

/**
 * Makes a change, and saves the file where it had no unsaved changes before.
 *
 * @param change answers whether there was something to change
 * @throws {Error} for a person: it was changed, but could not be saved
 */
export async function changeAndSave(
  document: TextDocument,
  change: () => Promise<boolean>,
): Promise<boolean> {
  const wasSaved = !document.isDirty && !document.isUntitled
  const isChanged = await change()
  if (isChanged && wasSaved && !(await document.save()))
    throw new Error(`${workspace.asRelativePath(document.uri)} was changed, but could not be saved.`)
  return isChanged
}
