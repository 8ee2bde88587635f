import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Location, Position } from 'vscode-languageserver-types'
import type { FeatureContext } from './features/context'
import { definition } from './features/definition'
import { references } from './features/references'

/** What editors ask about one document that all files of the workspace answer. */
export interface WorkspaceFeatures {
  /** Where what is named at a position is defined: an item, a spec by its document ID, the target of a link. */
  definition(document: TextDocument, position: Position): Promise<Location[]>
  /** Every place in any file that names what is named, or defined, at a position. */
  references(document: TextDocument, position: Position, includeDeclaration: boolean): Promise<Location[]>
}

/** @param context what a feature answers from, once all folders have been read */
export function createWorkspaceFeatures(
  context: (document: TextDocument) => Promise<FeatureContext>,
): WorkspaceFeatures {
  return {
    definition: async (document, position) =>
      definition(await context(document), document.offsetAt(position)),
    references: async (document, position, includeDeclaration) =>
      references(await context(document), document.offsetAt(position), includeDeclaration),
  }
}
