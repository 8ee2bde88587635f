import type {
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  SymbolInformation,
} from 'vscode-languageserver'
import { InsertTextFormat, MarkupKind } from 'vscode-languageserver-types'
import { COMMANDS } from '../core/features/commands'
import type { ClientProfile } from './client-profile'

/** Answers brought down to what a client has said it understands. */

export function diagnosticsFor(client: ClientProfile, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((diagnostic) => {
    const { relatedInformation, codeDescription, ...rest } = diagnostic
    return {
      ...rest,
      ...(client.relatedInformation && relatedInformation ? { relatedInformation } : {}),
      ...(client.codeDescription && codeDescription ? { codeDescription } : {}),
    }
  })
}

export function hoverFor(client: ClientProfile, hover: Hover): Hover {
  const { contents } = hover
  if (client.markdownHover || typeof contents === 'string' || !('kind' in contents)) return hover
  return { ...hover, contents: { kind: MarkupKind.PlainText, value: contents.value } }
}

/** Commands that do nothing for a client that takes no edits. */
const EDITING: ReadonlySet<string> = new Set([COMMANDS.toggleCheckbox, COMMANDS.moveStatus])

/**
 * No lens names a command that would fail: where the client cannot be led to a place, a count is words alone, for which
 * editors take an empty command; a lens that could tick nothing is left out.
 */
export function codeLensesFor(client: ClientProfile, lenses: readonly CodeLens[]): CodeLens[] {
  return lenses.flatMap((lens) => {
    const { command } = lens
    if (client.ownCommands || command === undefined) return [lens]
    if (EDITING.has(command.command)) return client.applyEdit ? [lens] : []
    if (command.command !== COMMANDS.revealPosition || client.showDocument) return [lens]
    return [{ ...lens, command: { title: command.title, command: '' } }]
  })
}

/** The tree as it is, or as a list in the order of the text for clients that know no other. */
export function symbolsFor(
  client: ClientProfile,
  uri: string,
  symbols: readonly DocumentSymbol[],
): DocumentSymbol[] | SymbolInformation[] {
  const tagged = (symbol: DocumentSymbol) => deprecation(client, symbol)
  const tree = (symbol: DocumentSymbol): DocumentSymbol => {
    const { tags, children, ...rest } = symbol
    return { ...rest, ...tagged(symbol), children: (children ?? []).map(tree) }
  }
  const list = (symbol: DocumentSymbol, containerName?: string): SymbolInformation[] => {
    const { name, kind, range } = symbol
    const container = containerName === undefined ? {} : { containerName }
    const own = { name, kind, ...tagged(symbol), location: { uri, range }, ...container }
    return [own, ...(symbol.children ?? []).flatMap((child) => list(child, name))]
  }
  return client.symbolTree ? symbols.map(tree) : symbols.flatMap((symbol) => list(symbol))
}

/** A kind that a client does not know is left out. */
export function foldsFor(client: ClientProfile, folds: readonly FoldingRange[]): FoldingRange[] {
  return folds.map(({ kind, ...lines }) =>
    kind !== undefined && client.foldKinds.includes(kind) ? { ...lines, kind } : lines,
  )
}

/** Before there were tags, `deprecated` said the same. */
function deprecation(client: ClientProfile, { tags }: DocumentSymbol) {
  if (tags === undefined) return {}
  return client.symbolTags ? { tags } : { deprecated: true }
}

export function completionsFor(client: ClientProfile, items: readonly CompletionItem[]): CompletionItem[] {
  return items.map((item) => plainWhereNeeded(client, simpleEditWhereNeeded(client, item)))
}

function simpleEditWhereNeeded(client: ClientProfile, item: CompletionItem): CompletionItem {
  const edit = item.textEdit
  if (client.insertReplace || edit === undefined || 'range' in edit) return item
  return { ...item, textEdit: { range: edit.insert, newText: edit.newText } }
}

function plainWhereNeeded(client: ClientProfile, item: CompletionItem): CompletionItem {
  if (client.snippets || item.insertTextFormat !== InsertTextFormat.Snippet) return item
  const plain: CompletionItem = { ...item, insertTextFormat: InsertTextFormat.PlainText }
  if (item.insertText !== undefined) plain.insertText = withoutTabStops(item.insertText)
  if (item.textEdit !== undefined) {
    plain.textEdit = { ...item.textEdit, newText: withoutTabStops(item.textEdit.newText) }
  }
  return plain
}

/** A snippet's text with its placeholders' defaults and first choices: `${1:High}` and `${1|High,Low|}` give `High`. */
function withoutTabStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
    .replace(/\$\{\d+\}|\$\d+/g, '')
    .replace(/\\([\\$}|,])/g, '$1')
}
