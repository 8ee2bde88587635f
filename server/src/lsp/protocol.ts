import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-types'
import type { PreviewFacts } from '../core/features/preview'
import type { SpecFilter, SpecKind } from '../core/features/spec-filter'
import type { SpecSummary } from '../core/features/spec-summary'
import type { FindingsSummary } from '../core/findings-summary'

/**
 * What Specmark adds to the Language Server Protocol. The one file of the server that a client reads: everything here
 * goes over the wire as JSON, so an absent value is `null`.
 */

export { COMMANDS } from '../core/features/commands'
export type { PreviewFacts, PreviewHeading, PreviewMark } from '../core/features/preview'
export type { SpecFilter, SpecKind } from '../core/features/spec-filter'
export type { SpecSummary } from '../core/features/spec-summary'
export type { SpecNode, SpecNodeBox } from '../core/features/spec-tree'
export type { FindingsSummary } from '../core/findings-summary'
export type { OpenQuestion } from '../core/open-questions'
export type { SpecInside } from '../core/spec-inside'

export const METHODS = {
  /** Notification, server to client: a `DocumentStatus`, when an open document's status has changed. */
  progress: 'specmark/progress',
  /** Request, client to server: `ExplainParams` to `DocumentStatus`, `null` for a document that is not open. */
  explain: 'specmark/explain',
  /** Request, client to server: `NewSpecParams` to `NewSpecFile`; refused with a reason for a person. */
  newSpec: 'specmark/newSpec',
  /** Request, client to server: `GateParams` to `StatusGate`; refused with a reason where no status is next. */
  gate: 'specmark/gate',
  /** Notification, client to server: `PreviewedParams`, the documents that are rendered now, in place of those before. */
  previewed: 'specmark/previewed',
  /** Notification, server to client: a `PreviewFactsParams` for a rendered document, and again when it is another one. */
  previewFacts: 'specmark/previewFacts',

  /**
   * Request, client to server: `FollowSpecsParams` to `SpecsFollowed`. From then on the server tells of what changes, until
   * `unfollowSpecs`, which says that nobody looks any more.
   */
  followSpecs: 'specmark/followSpecs',
  unfollowSpecs: 'specmark/unfollowSpecs',
  /** Notification, server to client: a `SpecsChange`. */
  specsChanged: 'specmark/specsChanged',
  /** Notification, server to client, after `unfollowSpecs`: `SpecsChange.withErrors` alone, where it is another number. */
  specsWithErrors: 'specmark/specsWithErrors',
  /** Request, client to server: `SpecInsideParams` to `SpecInside`, `null` where there is no such spec any more. */
  specInside: 'specmark/specInside',
} as const

/** `initializationOptions`; each is off where it is left out. */
export interface InitializationOptions {
  /** The client handles `specmark/progress`: it is sent to no other. */
  readonly progress?: boolean
  /**
   * The client registers the commands under their own names and sends `workspace/executeCommand` itself. A client
   * library that registers every advertised command would otherwise meet its own.
   */
  readonly ownCommands?: boolean
  /**
   * The editor has Markdown support of its own, as VS Code has, which outlines and folds headings, folds blocks and follows
   * links: what it gives already is left out here, so that nothing appears twice.
   */
  readonly ownMarkdown?: boolean
  /**
   * The client asks `textDocument/onTypeFormatting` itself when Enter is pressed, whatever the person's settings say about
   * formatting on type: it is not advertised, as an editor that formats on type would ask twice.
   */
  readonly ownEnter?: boolean
  /** Links of hovers may run the commands of `COMMANDS`, and no others: `[Tick](command:…)`. */
  readonly commandLinks?: boolean
  /**
   * URI of a folder on this disk where the server may keep what it has read of specifications, so that it need not read them
   * again when it is started the next time. Nothing is kept where it is left out.
   */
  readonly cacheFolder?: string
}

/** Settings under `specmark`, as asked for by `workspace/configuration`. */
export interface ClientSettings {
  readonly codeLens?: { readonly enabled?: boolean; readonly requirements?: boolean }
  readonly inlayHints?: { readonly enabled?: boolean }
  readonly diagnostics?: { readonly scope?: 'openFiles' | 'workspace' }
  readonly lastUpdated?: { readonly updateOnSave?: boolean }
}

export interface ExplainParams {
  readonly textDocument: TextDocumentIdentifier
}

/** What is known of an open document, and why. */
export interface DocumentStatus {
  readonly uri: string
  readonly version: number
  readonly kind: 'spec' | 'loose' | 'template' | 'none'
  /** Name of the template that it is a spec of. */
  readonly template: string | null
  /** Why it is checked, or is not. */
  readonly reason: string
  /** The lifecycle status understood, as a sentence. */
  readonly status: string | null
  /** URI of the config file used. */
  readonly config: string | null
  /** What it is not judged beside, sentences: files that are left out, folders too large to be looked into whole. */
  readonly leftOut: string | null
  /** `null` where nothing is counted: no spec. */
  readonly progress: DocumentProgress | null
}

export interface DocumentProgress extends Count {
  /** For a status bar: `Criteria 1 of 3 · plan 5 of 7`. */
  readonly summary: string
  /** For a tooltip, a line each: `Criteria: 1 of 3 done`. */
  readonly details: readonly string[]
  readonly byRole: Readonly<Record<string, Count>>
  /** The first checkbox still open. */
  readonly firstOpen: Position | null
}

/** Checkboxes done, out of all. */
export interface Count {
  readonly done: number
  readonly total: number
}

export interface NewSpecParams {
  /** URI of the folder in which it is to lie, if the config does not say. */
  readonly folder: string
  readonly title: string
  /** The folder is meant, whatever the config says. */
  readonly exactly?: boolean
}

/** A file that the client makes: there was none of its name when it was asked for. */
export interface NewSpecFile {
  readonly uri: string
  readonly text: string
  /** The first text that is there to be typed over. */
  readonly selection: Range | null
}

/** What a view of all specs asks for. */
export interface FollowSpecsParams {
  /** The client has what it was told before, by the same filter: what has changed since is enough. */
  readonly goOn: boolean
  /** `null`: everything. */
  readonly filter: SpecFilter | null
}

/** What has become of the specs of the workspace. */
export interface SpecsChange {
  /** In place of all that was told before. */
  readonly whole: boolean
  /** Folders are still being read: more will come. */
  readonly reading: boolean
  /** How many specs there are, those left out by the filter too. */
  readonly total: number
  /** How many of all have errors, as far as they have been judged. */
  readonly withErrors: number
  readonly changed: readonly SpecListing[]
  /** URIs of those that are gone. */
  readonly removed: readonly string[]
  /** URIs of those of which was asked what is in them, where that is something else now. */
  readonly inside: readonly string[]
}

/** What the client has from now on. */
export interface SpecsFollowed extends SpecsChange {
  /** What a filter may ask for. */
  readonly kinds: readonly SpecKind[]
}

export interface SpecListing extends SpecSummary {
  /** `null` as long as it has not been judged. */
  readonly findings: FindingsSummary | null
  /** How many questions are open; `null` as long as it has not been judged. */
  readonly questions: number | null
}

export interface SpecInsideParams {
  readonly uri: string
}

export interface GateParams {
  readonly textDocument: TextDocumentIdentifier
}

/** What stands between a spec and its next status. */
export interface StatusGate {
  readonly uri: string
  readonly version: number
  /** As written; `''` where none is chosen yet. */
  readonly from: string
  readonly to: string
  /** Something is in the way: the move is refused. */
  readonly shut: boolean
  /** For a title: `Not moved to Approved: 3 errors are in the way`. */
  readonly summary: string
  /** Errors first, then in the order of their places. */
  readonly demands: readonly StatusDemand[]
}

/** What the next status asks for and the spec does not have. */
export interface StatusDemand {
  readonly rule: string
  /** At the next status. */
  readonly severity: 'error' | 'warning' | 'info' | 'hint'
  readonly message: string
  readonly range: Range
}

export interface PreviewedParams {
  readonly uris: readonly string[]
}

export interface PreviewFactsParams {
  readonly uri: string
  /** `null` where it is no spec (any more). */
  readonly facts: PreviewFacts | null
}
