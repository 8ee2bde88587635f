import type { ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver'
import { COMMANDS } from '../core/features/commands'
import { TRIGGER_CHARACTERS } from '../core/features/completion/trigger-characters'
import { SEMANTIC_TOKENS_LEGEND } from '../core/features/semantic-tokens/legend'
import type { ClientProfile } from './client-profile'
import { CODE_ACTION_KINDS } from './code-action-kinds'
import { MOVED_FILES } from './moved-files'

/** `TextDocumentSyncKind.Incremental`, without the protocol library: this is answered before it is loaded. */
const INCREMENTAL: TextDocumentSyncKind = 2

/** What the server offers this client: nothing that it has not said it understands. */
export function capabilitiesFor(client: ClientProfile): ServerCapabilities {
  const capabilities: ServerCapabilities = {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: INCREMENTAL,
      save: { includeText: false },
      ...(client.willSaveWaitUntil && !client.registersSync ? { willSaveWaitUntil: true } : {}),
    },
  }
  if (client.pullDiagnostics) {
    // What hangs on other files is told by a refresh: a client that knew of it besides would ask again and again.
    capabilities.diagnosticProvider = {
      identifier: 'specmark',
      interFileDependencies: !client.refreshDiagnostics,
      workspaceDiagnostics: true,
    }
  }
  if (client.completion) {
    capabilities.completionProvider = {
      triggerCharacters: [...TRIGGER_CHARACTERS],
      resolveProvider: true,
    }
  }
  if (client.hover) capabilities.hoverProvider = true
  if (client.symbols) capabilities.documentSymbolProvider = client.symbolLabel ? { label: 'Specmark' } : true
  if (client.definition) capabilities.definitionProvider = true
  if (client.references) capabilities.referencesProvider = true
  if (client.folds) capabilities.foldingRangeProvider = true
  if (client.selectionRanges) capabilities.selectionRangeProvider = true
  if (client.highlights) capabilities.documentHighlightProvider = true
  if (client.links && !client.ownMarkdown) capabilities.documentLinkProvider = { resolveProvider: false }
  if (client.inlayHints) capabilities.inlayHintProvider = true
  if (client.implementation) capabilities.implementationProvider = true
  if (client.typeHierarchy) capabilities.typeHierarchyProvider = true
  if (client.workspaceSymbols) capabilities.workspaceSymbolProvider = true
  if (client.rename) capabilities.renameProvider = client.prepareRename ? { prepareProvider: true } : true
  if (client.formatsOnType && !client.ownEnter) {
    capabilities.documentOnTypeFormattingProvider = { firstTriggerCharacter: '\n' }
  }
  if (client.codeLens) capabilities.codeLensProvider = { resolveProvider: false }
  if (client.semanticTokens || client.semanticTokensRange) {
    const full = client.semanticTokensDelta ? { delta: true } : client.semanticTokens
    capabilities.semanticTokensProvider = {
      legend: SEMANTIC_TOKENS_LEGEND,
      full,
      range: client.semanticTokensRange,
    }
  }
  if (client.codeActions) {
    capabilities.codeActionProvider = {
      codeActionKinds: [...CODE_ACTION_KINDS],
      resolveProvider: client.resolveEdits,
    }
  }
  capabilities.workspace = {
    ...(client.workspaceFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    ...(client.willRenameFiles ? { fileOperations: { willRename: MOVED_FILES } } : {}),
  }
  if (Object.keys(capabilities.workspace).length === 0) delete capabilities.workspace
  const commands = servedCommands(client)
  if (commands.length > 0) capabilities.executeCommandProvider = { commands: [...commands] }
  return capabilities
}

function servedCommands(client: ClientProfile): readonly string[] {
  if (client.ownCommands) return []
  return [
    ...(client.applyEdit ? [COMMANDS.toggleCheckbox, COMMANDS.moveStatus] : []),
    ...(client.showDocument ? [COMMANDS.revealPosition] : []),
  ]
}

/** What the client does not know and so does not get, a sentence each for the log. */
export function missingOf(client: ClientProfile): readonly string[] {
  const wanted: readonly (readonly [boolean, string])[] = [
    [client.pullDiagnostics, 'does not pull diagnostics: they are published'],
    [client.completion, 'knows no completion: not offered'],
    [!client.completion || client.snippets, 'knows no snippets: completions insert plain text'],
    [client.hover, 'knows no hover: not offered'],
    [client.symbols, 'knows no document symbols: not offered'],
    [client.definition, 'knows no definitions: not offered'],
    [client.references, 'knows no references: not offered'],
    [client.folds, 'knows no folding ranges: not offered'],
    [client.selectionRanges, 'knows no selection ranges: not offered'],
    [client.highlights, 'knows no highlights: not offered'],
    [client.ownMarkdown || client.links, 'knows no document links: not offered'],
    [client.inlayHints, 'knows no inlay hints: not offered'],
    [client.implementation, 'knows no implementations: not offered'],
    [client.typeHierarchy, 'knows no type hierarchy: not offered'],
    [client.willRenameFiles, 'tells of no file before it is moved: links to it are left as they are'],
    [client.workspaceSymbols, 'knows no workspace symbols: not offered'],
    [client.rename, 'knows no renaming: not offered'],
    [client.ownEnter || client.formatsOnType, 'formats nothing on type: Enter begins no item by itself'],
    [client.codeLens, 'knows no code lens: not offered'],
    [client.codeActions, 'knows no code actions as literals: fixes are not offered'],
    [client.semanticTokens || client.semanticTokensRange, 'knows no semantic tokens: not offered'],
    [client.applyEdit, 'applies no workspace edits: the toggle command is not offered'],
    [
      client.ownCommands || client.showDocument,
      'shows no documents for a server: lenses count checkboxes and lead nowhere',
    ],
    [
      !client.applyEdit || client.versionedEdits,
      'knows no versioned edits: toggles are sent without a version',
    ],
    [client.configuration, 'answers no workspace/configuration: settings count as it sends them'],
    [
      client.watchFiles,
      'watches no files: specmark.json and templates are read again when saved in the editor',
    ],
  ]
  return wanted.flatMap(([known, what]) => (known ? [] : [`The client ${what}.`]))
}
