import { TextDocument } from 'vscode-languageserver-textdocument'
import { type CompletionItem, InsertTextFormat, TextEdit } from 'vscode-languageserver-types'

/**
 * What an editor does with a completion, as VS Code does it: shows it where the text between the start of the edit and
 * the cursor fits its filter text, and on acceptance applies the edit, snippets with their defaults.
 */

/** Whether the client's list shows the completion for what is typed. */
export function isShown(document: TextDocument, offset: number, item: CompletionItem): boolean {
  const start = document.offsetAt(editOf(item).range.start)
  const typed = document.getText().slice(start, offset).trimStart().toLowerCase()
  return isSubsequence(typed, (item.filterText ?? item.label).toLowerCase())
}

function isSubsequence(part: string, whole: string): boolean {
  let at = -1
  for (const character of part) {
    at = whole.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

export function accept(document: TextDocument, item: CompletionItem): string {
  const edit = editOf(item)
  if (item.insertTextFormat !== InsertTextFormat.Snippet) return TextDocument.applyEdits(document, [edit])
  const lineStart = document.offsetAt({ line: edit.range.start.line, character: 0 })
  const before = document.getText().slice(lineStart, document.offsetAt(edit.range.start))
  const indent = /^[ \t]*/.exec(before)?.[0] ?? ''
  const newText = expandSnippet(edit.newText).replace(/\n(?!\n|$)/g, `\n${indent}`)
  return TextDocument.applyEdits(document, [{ range: edit.range, newText }])
}

export function editOf(item: CompletionItem): TextEdit {
  if (!TextEdit.is(item.textEdit)) throw new Error(`${item.label} has no plain text edit`)
  return item.textEdit
}

/** A snippet with every tab stop at its default, every choice at its first value. */
export function expandSnippet(snippet: string): string {
  const stops =
    /\\([\\$}])|\$\{\d+\|((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}|\$\{\d+(?::((?:\\.|[^\\}])*))?\}|\$\d+/g
  return snippet.replace(stops, (_, escaped?: string, chosen?: string, preset?: string) =>
    (escaped ?? chosen ?? preset ?? '').replace(/\\(.)/g, '$1'),
  )
}
