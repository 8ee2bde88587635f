import { type FileWillRenameEvent, type TextDocument, type Uri, type WorkspaceEdit, workspace } from 'vscode'

type Moves = FileWillRenameEvent['files']

/**
 * Middleware of the library: hands on what is edited before files are moved, and sees to it that a file which had no unsaved
 * changes has none after the move. VS Code saves what a rename of a symbol edits, and leaves these open and changed.
 */
export async function saveMovedLinks(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<WorkspaceEdit | null | undefined>,
): Promise<WorkspaceEdit | null | undefined> {
  const edit = await next(event)
  const edited = edit?.entries().map(([uri]) => uri) ?? []
  const clean = edited.filter((uri) => documentOf(uri)?.isDirty !== true)
  if (clean.length > 0) saveAfter(event.files, clean)
  return edit
}

function saveAfter(moves: Moves, uris: readonly Uri[]): void {
  const subscription = workspace.onDidRenameFiles(async ({ files }) => {
    subscription.dispose()
    // Of another move: the one waited for was given up.
    if (files[0]?.oldUri.toString() !== moves[0]?.oldUri.toString()) return
    for (const uri of uris) await documentOf(movedUri(uri, moves))?.save()
  })
}

function documentOf(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())
}

/** Where a file is after files, or folders around it, were moved. */
function movedUri(uri: Uri, moves: Moves): Uri {
  for (const { oldUri, newUri } of moves) {
    if (uri.toString() === oldUri.toString()) return newUri
    if (uri.path.startsWith(`${oldUri.path}/`)) {
      return newUri.with({ path: newUri.path + uri.path.slice(oldUri.path.length) })
    }
  }
  return uri
}
