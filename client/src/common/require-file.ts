import { type FileStat, FileSystemError, type Uri, workspace } from 'vscode'

/** @throws {Error} for a person, where there is no such file any more */
export async function requireFile(uri: Uri): Promise<FileStat> {
  try {
    return await workspace.fs.stat(uri)
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') {
      throw new Error(`${workspace.asRelativePath(uri)} is no longer there.`)
    }
    throw error
  }
}
