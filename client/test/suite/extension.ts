import * as vscode from 'vscode'

/** The extension under test. */
export function specmark(): vscode.Extension<unknown> {
  const extension = vscode.extensions.getExtension('specmark.specmark-vscode')
  if (!extension) throw new Error('VS Code has not loaded the extension.')
  return extension
}
