import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types'
import { type Place, rangeOf, sortKey } from './place'

const TYPED = /^[ \t]*(?<typed>spec[\p{L}\p{N}-]*)$/u

/**
 * Snippets of a workspace's own template, at the beginning of a line where their prefix is typed. Those of the built-in
 * templates are the editor's own.
 */
export function templateSnippets({ context, ...place }: Place): readonly CompletionItem[] | undefined {
  const typed = TYPED.exec(place.line.before.slice(0, 200))?.groups?.typed
  if (typed === undefined || place.line.after.trim() !== '') return undefined
  const snippets = context.snippets ?? []
  if (snippets.length === 0) return undefined
  const range = rangeOf({ context, ...place }, place.offset - typed.length, place.offset)
  return snippets.map(({ name, prefix, description, body }, index) => ({
    label: prefix,
    detail: name,
    documentation: description,
    kind: CompletionItemKind.Snippet,
    sortText: sortKey(index),
    filterText: prefix,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: InsertTextMode.adjustIndentation,
    textEdit: { range, newText: body.join('\n') },
  }))
}
