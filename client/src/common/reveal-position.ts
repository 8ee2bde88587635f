import { Selection, TextEditorRevealType, Uri, window } from 'vscode'
import type { Position } from 'vscode-languageclient'
import { requireFile } from './require-file'

/** @throws {Error} for a person, where the file is no longer there */
export async function revealPosition(uri: string, { line, character }: Position): Promise<void> {
  const target = Uri.parse(uri)
  if (target.scheme !== 'untitled') await requireFile(target)
  const editor = await window.showTextDocument(target)
  editor.selection = new Selection(line, character, line, character)
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport)
}
