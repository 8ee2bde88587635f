import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { SpecIndex } from '../index/spec-index'
import type { FileSymbols } from '../index/workspace/file-symbols'
import type { WorkspaceIndex } from '../index/workspace/workspace-index'
import type { SpecDocument } from '../model/spec-document'
import type { Snippet } from '../template/snippet'
import type { Template } from '../template/template'

/** What every feature answers from: one version of one document. Features are functions of it and a position. */
export interface FeatureContext {
  readonly document: TextDocument
  readonly spec: SpecDocument
  readonly index: SpecIndex
  /** What other files may ask of this version. */
  readonly file: FileSymbols
  /** All specs of the workspace, this one included. */
  readonly workspace: WorkspaceIndex
  readonly template: Template
  /** ISO date, given by the host. */
  readonly today: string
  /** Snippets of the template where it is the workspace's own; those of the built-in ones the editor has already. */
  readonly snippets?: readonly Snippet[]
}
