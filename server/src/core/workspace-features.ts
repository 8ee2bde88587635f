import type { TextDocument } from 'vscode-languageserver-textdocument'
import type {
  CodeLens,
  InlayHint,
  Location,
  LocationLink,
  Position,
  Range,
  TypeHierarchyItem,
  WorkspaceSymbol,
} from 'vscode-languageserver-types'
import type { Analyses } from './analyses'
import { type EditedFile, editsOfFiles, type FileEdits } from './edits-of-files'
import type { FeatureContext } from './features/context'
import { coverageLenses } from './features/coverage-lenses'
import { definition, definitionLinks } from './features/definition'
import { implementation } from './features/implementation'
import { inlayHints } from './features/inlay-hints'
import { filesToMove, type MovedFile, moveFiles } from './features/move-files'
import { references } from './features/references'
import { filesToRename, prepareRename, type Renameable, rename } from './features/rename'
import { type DocumentIdChange, filesToFollow, followDocumentId } from './features/rename/followers'
import type { TargetOptions } from './features/support/target'
import { type HierarchyData, prepareHierarchy, subtypes, supertypes } from './features/type-hierarchy'
import { createSymbolSearch } from './features/workspace-symbols'
import type { FileSymbols } from './index/workspace/file-symbols'
import type { Edit } from './rules/rule'
import type { Workspace } from './workspace/workspace'

/** What editors ask about one document that all files of the workspace answer. */
export interface WorkspaceFeatures {
  /** Where what is named at a position is defined: an item, a spec by its document ID, the target of a link. */
  definition(document: TextDocument, position: Position, options?: TargetOptions): Promise<Location[]>
  definitionLinks(
    document: TextDocument,
    position: Position,
    options?: TargetOptions,
  ): Promise<LocationLink[]>
  /** Every place in any file that names what is named, or defined, at a position. */
  references(
    document: TextDocument,
    position: Position,
    includeDeclaration: boolean,
    options?: TargetOptions,
  ): Promise<Location[]>
  /** Where the item named at a position is answered. */
  implementation(document: TextDocument, position: Position): Promise<Location[]>
  prepareHierarchy(document: TextDocument, position: Position): Promise<TypeHierarchyItem[]>
  subtypes(data: HierarchyData): Promise<TypeHierarchyItem[]>
  supertypes(data: HierarchyData): Promise<TypeHierarchyItem[]>
  /** Lenses that count what answers each requirement. */
  coverageLenses(document: TextDocument): Promise<CodeLens[]>
  /** The text of what is named by a bare ID, behind it. */
  inlayHints(document: TextDocument, range: Range): Promise<InlayHint[]>
  /** Specs and items by their IDs and words; see `SymbolSearch`. */
  workspaceSymbols(query: string): Promise<WorkspaceSymbol[]>
  /** @throws {Refused} where there is something that cannot be renamed */
  prepareRename(document: TextDocument, position: Position): Promise<Renameable | undefined>
  /** Edits that let links follow files and folders that are about to be moved. @throws {Refused} */
  movedLinks(moves: readonly MovedFile[]): Promise<readonly FileEdits[]>
  /**
   * Edits of other files that go with those of a fix.
   *
   * @param own edits of the document itself
   * @throws {Refused} where there are such, and a file has text that was not saved
   */
  followFix(
    document: TextDocument,
    own: readonly Edit[],
    change: DocumentIdChange,
  ): Promise<readonly FileEdits[]>
  /** @throws {Refused} with the reason, for a person */
  rename(document: TextDocument, position: Position, newName: string): Promise<readonly FileEdits[]>
}

/**
 * @param context what a feature answers from, once all folders have been read
 * @param pause lets what else is waiting have its turn
 */
export function createWorkspaceFeatures(
  context: (document: TextDocument) => Promise<FeatureContext>,
  analyses: Pick<Analyses, 'ofFile' | 'opened'>,
  workspace: Workspace,
  onDisk: (uri: string) => Promise<string | undefined>,
  pause: () => Promise<void>,
): WorkspaceFeatures {
  const search = createSymbolSearch(workspace.index, pause)

  /** In the version that counts, read anew: what the index knows of a closed file may have been overtaken. */
  async function readAll(uris: readonly string[]) {
    const read = await Promise.all(
      uris.map(async (uri) => {
        const analysis = await analyses.ofFile(uri)
        const version = analyses.opened(uri)?.version ?? null
        return analysis === undefined
          ? []
          : [{ uri, version, text: analysis.spec.text, symbols: analysis.symbols }]
      }),
    )
    return read.flat()
  }

  async function renamed(document: TextDocument, position: Position, newName: string) {
    const asked = await context(document)
    const offset = document.offsetAt(position)
    const files: readonly (EditedFile & { readonly symbols: FileSymbols })[] = await readAll(
      filesToRename(asked, offset),
    )
    return editsOfFiles(rename(asked, offset, newName, files), files, onDisk)
  }

  return {
    definition: async (document, position, options) =>
      definition(await context(document), document.offsetAt(position), options),
    definitionLinks: async (document, position, options) =>
      definitionLinks(await context(document), document.offsetAt(position), options),
    references: async (document, position, includeDeclaration, options) =>
      references(await context(document), document.offsetAt(position), includeDeclaration, options),
    implementation: async (document, position) =>
      implementation(await context(document), document.offsetAt(position)),
    prepareHierarchy: async (document, position) =>
      prepareHierarchy(await context(document), document.offsetAt(position)),
    subtypes: async (data) => subtypes(workspace.index, data),
    supertypes: async (data) => supertypes(workspace.index, data),
    coverageLenses: async (document) => coverageLenses(await context(document)),
    inlayHints: async (document, range) => inlayHints(await context(document), range),
    async workspaceSymbols(query) {
      await workspace.settled()
      return search.find(query)
    },
    prepareRename: async (document, position) =>
      prepareRename(await context(document), document.offsetAt(position)),
    rename: renamed,
    async followFix(document, own, change) {
      const { uri } = document
      await workspace.settled()
      const files = await readAll([uri, ...filesToFollow(workspace.index, uri, change.from)])
      const others = files.filter((file) => file.uri !== uri)
      const edits = new Map<string, readonly Edit[]>(
        followDocumentId(workspace.index, uri, change, others),
      ).set(uri, own)
      return (await editsOfFiles(edits, files, onDisk)).filter((file) => file.uri !== uri)
    },
    async movedLinks(moves) {
      await workspace.settled()
      const files = await readAll(filesToMove(workspace.index, moves))
      return editsOfFiles(moveFiles(moves, files), files, onDisk)
    },
  }
}
