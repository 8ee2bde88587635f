import type { Position, TextDocument } from 'vscode-languageserver-textdocument'
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Range,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-types'
import { codeLenses } from './features/code-lens'
import { type CompletionOptions, completion } from './features/completion'
import { completionDetails } from './features/completion-details'
import type { FeatureContext } from './features/context'
import { documentHighlights } from './features/document-highlights'
import { documentLinks } from './features/document-links'
import { documentSymbols, type OutlineOptions } from './features/document-symbols'
import { type FoldingOptions, foldingRanges } from './features/folding-ranges'
import { type HoverOptions, hover } from './features/hover'
import { nextItem } from './features/next-item'
import { selectionRanges } from './features/selection-ranges'
import { semanticTokens } from './features/semantic-tokens'
import { statusActions } from './features/status-actions'
import type { NamedByCompletion } from './features/support/completion-data'
import type { TargetOptions } from './features/support/target'
import { toggleCheckbox } from './features/toggle-checkbox'

/** What an editor asks about one open document. For what is no spec every answer is empty. */
export interface DocumentFeatures {
  completion(
    document: TextDocument,
    position: Position,
    options?: CompletionOptions,
  ): Promise<CompletionItem[]>
  /** Markdown; `undefined` where what a completion named is there no more. */
  completionDetails(document: TextDocument, named: NamedByCompletion): Promise<string | undefined>
  hover(document: TextDocument, position: Position, options?: HoverOptions): Promise<Hover | undefined>
  codeLenses(document: TextDocument): Promise<CodeLens[]>
  /** On the status, an action that runs the command to move the spec on; `[]` elsewhere. */
  statusActions(document: TextDocument, position: Position): Promise<CodeAction[]>
  documentSymbols(document: TextDocument, options: OutlineOptions): Promise<DocumentSymbol[]>
  foldingRanges(document: TextDocument, options: FoldingOptions): Promise<FoldingRange[]>
  /** One for each position; `[]` for what is no spec. */
  selectionRanges(document: TextDocument, positions: readonly Position[]): Promise<SelectionRange[]>
  highlights(
    document: TextDocument,
    position: Position,
    options?: TargetOptions,
  ): Promise<DocumentHighlight[]>
  links(document: TextDocument): Promise<DocumentLink[]>
  /** @param within gives only the tokens that touch it */
  semanticTokens(document: TextDocument, within?: Range): Promise<SemanticTokens>
  /** What a line break that was typed makes of the line it begins: see `nextItem`. */
  nextItem(document: TextDocument, position: Position): Promise<TextEdit[]>
  /**
   * Edits that tick or untick the checkbox of the item at the position, or nothing where there is none.
   *
   * @param mark see `toggleCheckbox`
   * @throws {Refused} where a mark is given and nothing is like it any more
   */
  toggle(document: TextDocument, position: Position, mark?: string): Promise<TextEdit[]>
}

/** @param contextOf what a version of a document is answered from */
export function createDocumentFeatures(
  contextOf: (document: TextDocument) => Promise<FeatureContext>,
): DocumentFeatures {
  return {
    completion: async (document, position, options) =>
      completion(await contextOf(document), document.offsetAt(position), options),
    completionDetails: async (document, named) => completionDetails(await contextOf(document), named),
    hover: async (document, position, options) =>
      hover(await contextOf(document), document.offsetAt(position), options),
    codeLenses: async (document) => codeLenses(await contextOf(document)),
    statusActions: async (document, position) =>
      statusActions(await contextOf(document), document.offsetAt(position)),
    documentSymbols: async (document, options) => documentSymbols(await contextOf(document), options),
    foldingRanges: async (document, options) => foldingRanges(await contextOf(document), options),
    selectionRanges: async (document, positions) =>
      selectionRanges(
        await contextOf(document),
        positions.map((position) => document.offsetAt(position)),
      ),
    highlights: async (document, position, options) =>
      documentHighlights(await contextOf(document), document.offsetAt(position), options),
    links: async (document) => documentLinks(await contextOf(document)),
    semanticTokens: async (document, within) => {
      const span = within && { start: document.offsetAt(within.start), end: document.offsetAt(within.end) }
      return semanticTokens(await contextOf(document), span)
    },
    nextItem: async (document, position) => nextItem(await contextOf(document), document.offsetAt(position)),
    toggle: async (document, position, mark) =>
      toggleCheckbox(await contextOf(document), document.offsetAt(position), mark),
  }
}
