import type { InitializeParams } from 'vscode-languageserver'
import { FoldingRangeKind, SymbolTag } from 'vscode-languageserver-types'
import type { InitializationOptions } from './protocol'

/** What the client can do, of all that the server would use. */
export interface ClientProfile {
  readonly pullDiagnostics: boolean
  readonly refreshDiagnostics: boolean
  readonly relatedInformation: boolean
  readonly codeDescription: boolean
  readonly completion: boolean
  readonly snippets: boolean
  readonly insertReplace: boolean
  readonly markdownDetails: boolean
  readonly hover: boolean
  readonly definition: boolean
  /** Definitions may say what they are the definition of. */
  readonly definitionLinks: boolean
  readonly references: boolean
  readonly inlayHints: boolean
  readonly refreshInlayHints: boolean
  readonly implementation: boolean
  readonly typeHierarchy: boolean
  readonly workspaceSymbols: boolean
  readonly willRenameFiles: boolean
  readonly rename: boolean
  readonly prepareRename: boolean
  readonly markdownHover: boolean
  readonly symbols: boolean
  /** Symbols may have children; else they are a list. */
  readonly symbolTree: boolean
  readonly symbolTags: boolean
  /** Says beside whose symbols they are. */
  readonly symbolLabel: boolean
  readonly folds: boolean
  /** The most folding ranges it takes; `undefined`: any number. */
  readonly foldLimit: number | undefined
  /** The kinds of folding range that it knows. */
  readonly foldKinds: readonly string[]
  readonly selectionRanges: boolean
  readonly highlights: boolean
  readonly links: boolean
  readonly formatsOnType: boolean
  /** Waits with a save for edits. */
  readonly willSaveWaitUntil: boolean
  /** Can be told later that it is to wait. */
  readonly registersSync: boolean
  readonly codeLens: boolean
  readonly refreshCodeLens: boolean
  /** Of whole documents. */
  readonly semanticTokens: boolean
  /** What has changed in them since an answer. */
  readonly semanticTokensDelta: boolean
  readonly semanticTokensRange: boolean
  /** Code actions as literals; else only commands, which are not offered. */
  readonly codeActions: boolean
  /** The edit of a code action may come when it is chosen. */
  readonly resolveEdits: boolean
  readonly refreshSemanticTokens: boolean
  readonly applyEdit: boolean
  readonly versionedEdits: boolean
  /** Edits may have places to be typed over. */
  readonly snippetEdits: boolean
  readonly showDocument: boolean
  readonly configuration: boolean
  readonly watchConfiguration: boolean
  readonly workspaceFolders: boolean
  readonly workDoneProgress: boolean
  readonly watchFiles: boolean
  readonly relativePatterns: boolean
  readonly progress: boolean
  readonly ownCommands: boolean
  readonly ownMarkdown: boolean
  readonly ownEnter: boolean
  readonly commandLinks: boolean
}

export function clientProfile(params: InitializeParams): ClientProfile {
  return {
    ...ofTextDocuments(params),
    ...ofSemanticTokens(params),
    ...ofStructure(params),
    ...ofWorkspace(params),
    ...ofOptions(params.initializationOptions),
  }
}

function ofTextDocuments({ capabilities }: InitializeParams) {
  const text = capabilities.textDocument ?? {}
  const diagnostic = text.diagnostic
  const item = text.completion?.completionItem
  const hoverFormats = text.hover?.contentFormat ?? []
  return {
    pullDiagnostics: diagnostic !== undefined,
    relatedInformation: (diagnostic ?? text.publishDiagnostics)?.relatedInformation === true,
    codeDescription: (diagnostic ?? text.publishDiagnostics)?.codeDescriptionSupport === true,
    completion: text.completion !== undefined,
    snippets: item?.snippetSupport === true,
    markdownDetails: (item?.documentationFormat ?? []).includes('markdown'),
    insertReplace: item?.insertReplaceSupport === true,
    hover: text.hover !== undefined,
    definition: text.definition !== undefined,
    definitionLinks: text.definition?.linkSupport === true,
    references: text.references !== undefined,
    inlayHints: text.inlayHint !== undefined,
    implementation: text.implementation !== undefined,
    typeHierarchy: text.typeHierarchy !== undefined,
    rename: text.rename !== undefined,
    prepareRename: text.rename?.prepareSupport === true,
    markdownHover: hoverFormats.includes('markdown'),
    codeLens: text.codeLens !== undefined,
    codeActions: text.codeAction?.codeActionLiteralSupport !== undefined,
    resolveEdits:
      text.codeAction?.dataSupport === true &&
      (text.codeAction.resolveSupport?.properties ?? []).includes('edit'),
  }
}

function ofSemanticTokens({ capabilities }: InitializeParams) {
  const { requests = {}, formats = [] } = capabilities.textDocument?.semanticTokens ?? {}
  const { full, range } = requests
  const isRead = formats.includes('relative')
  return {
    semanticTokens: isRead && Boolean(full),
    semanticTokensDelta: isRead && typeof full === 'object' && full.delta === true,
    semanticTokensRange: isRead && Boolean(range),
  }
}

function ofStructure({ capabilities }: InitializeParams) {
  const text = capabilities.textDocument ?? {}
  const { documentSymbol: symbols, foldingRange: folds } = text
  return {
    symbols: symbols !== undefined,
    symbolTree: symbols?.hierarchicalDocumentSymbolSupport === true,
    symbolTags: (symbols?.tagSupport?.valueSet ?? []).includes(SymbolTag.Deprecated),
    symbolLabel: symbols?.labelSupport === true,
    folds: folds !== undefined,
    foldLimit: folds?.rangeLimit,
    // Clients from before they could say it know these.
    foldKinds: folds?.foldingRangeKind?.valueSet ?? [FoldingRangeKind.Comment, FoldingRangeKind.Region],
    selectionRanges: text.selectionRange !== undefined,
    highlights: text.documentHighlight !== undefined,
    links: text.documentLink !== undefined,
    willSaveWaitUntil: text.synchronization?.willSaveWaitUntil === true,
    registersSync:
      text.synchronization?.willSaveWaitUntil === true && text.synchronization.dynamicRegistration === true,
    formatsOnType: text.onTypeFormatting !== undefined,
  }
}

function ofWorkspace({ capabilities }: InitializeParams) {
  const workspace = capabilities.workspace ?? {}
  return {
    refreshDiagnostics: workspace.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace.inlayHint?.refreshSupport === true,
    refreshCodeLens: workspace.codeLens?.refreshSupport === true,
    refreshSemanticTokens: workspace.semanticTokens?.refreshSupport === true,
    applyEdit: workspace.applyEdit === true,
    versionedEdits: workspace.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace.workspaceEdit?.snippetEditSupport === true,
    showDocument: capabilities.window?.showDocument?.support === true,
    configuration: workspace.configuration === true,
    watchConfiguration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    willRenameFiles: workspace.fileOperations?.willRename === true,
    workspaceSymbols: workspace.symbol !== undefined,
    workspaceFolders: workspace.workspaceFolders === true,
    workDoneProgress: capabilities.window?.workDoneProgress === true,
    watchFiles: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace.didChangeWatchedFiles?.relativePatternSupport === true,
  }
}

function ofOptions(options: InitializationOptions | null | undefined) {
  return {
    progress: options?.progress === true,
    ownCommands: options?.ownCommands === true,
    ownMarkdown: options?.ownMarkdown === true,
    ownEnter: options?.ownEnter === true,
    commandLinks: options?.commandLinks === true,
  }
}
