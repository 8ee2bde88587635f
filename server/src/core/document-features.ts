import type { Position, TextDocument } from 'vscode-languageserver-textdocument'
import type {
  CodeLens,
  CompletionItem,
  DocumentSymbol,
  Hover,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-types'
import { codeLenses } from './features/code-lens'
import { completion } from './features/completion'
import type { FeatureContext } from './features/context'
import { documentSymbols, type OutlineOptions } from './features/document-symbols'
import { hover } from './features/hover'
import { semanticTokens } from './features/semantic-tokens'
import { toggleCheckbox } from './features/toggle-checkbox'

/** What an editor asks about one open document. For what is no spec every answer is empty. */
export interface DocumentFeatures {
  completion(document: TextDocument, position: Position): Promise<CompletionItem[]>
  hover(document: TextDocument, position: Position): Promise<Hover | undefined>
  codeLenses(document: TextDocument): Promise<CodeLens[]>
  documentSymbols(document: TextDocument, options: OutlineOptions): Promise<DocumentSymbol[]>
  semanticTokens(document: TextDocument): Promise<SemanticTokens>
  /** Edits that tick or untick the checkbox of the item at the position, or nothing where there is none. */
  toggle(document: TextDocument, position: Position): Promise<TextEdit[]>
}

/** @param contextOf what a version of a document is answered from */
export function createDocumentFeatures(
  contextOf: (document: TextDocument) => Promise<FeatureContext>,
): DocumentFeatures {
  return {
    completion: async (document, position) =>
      completion(await contextOf(document), document.offsetAt(position)),
    hover: async (document, position) => hover(await contextOf(document), document.offsetAt(position)),
    codeLenses: async (document) => codeLenses(await contextOf(document)),
    documentSymbols: async (document, options) => documentSymbols(await contextOf(document), options),
    semanticTokens: async (document) => semanticTokens(await contextOf(document)),
    toggle: async (document, position) =>
      toggleCheckbox(await contextOf(document), document.offsetAt(position)),
  }
}
