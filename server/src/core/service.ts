import type { TextDocument } from 'vscode-languageserver-textdocument'
import type {
  CodeLens,
  CompletionItem,
  Diagnostic,
  Hover,
  Position,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver-types'
import type { Config, ConfigProblem } from './config/config'
import type { SpecIndex } from './index/spec-index'
import type { SpecDocument } from './model/spec-document'
import type { Finding } from './rules/rule'

/** What the service needs of the world. Everything it knows comes through here. */
export interface SpecHost {
  /** The built-in templates, the first one being the default. */
  readonly templates: readonly TemplateSource[]
  /** ISO date of today. */
  today(): string
  /** Text of a file, `undefined` where there is none or it cannot be read. Byte-order marks are kept. */
  readFile(uri: string): Promise<string | undefined>
  log(level: 'error' | 'warn' | 'info' | 'debug', message: string): void
}

export interface TemplateSource {
  readonly uri: string
  readonly text: string
}

/** What is known of one version of a document. Immutable; the same object until the text or the config changes. */
export interface Analysis {
  readonly document: TextDocument
  readonly spec: SpecDocument
  readonly index: SpecIndex
  readonly config: Config
  readonly findings: readonly Finding[]
  /** Findings as the protocol wants them. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Why a file is checked, or is not. */
export interface Explanation {
  readonly kind: 'spec' | 'loose' | 'template' | 'none'
  readonly template: string | undefined
  readonly reason: string
  /** The status understood, as a sentence; `undefined` where there is none. */
  readonly status: string | undefined
  /** URI of the config file used. */
  readonly config: string | undefined
}

/** The language service: the one way in for editor, command line and library. */
export interface SpecService {
  analyse(document: TextDocument): Promise<Analysis>
  explain(document: TextDocument): Promise<Explanation>
  completion(document: TextDocument, position: Position): Promise<CompletionItem[]>
  hover(document: TextDocument, position: Position): Promise<Hover | undefined>
  codeLenses(document: TextDocument): Promise<CodeLens[]>
  semanticTokens(document: TextDocument): Promise<SemanticTokens>
  /** Edits that tick or untick the checkbox of the item at the position, or nothing where there is none. */
  toggle(document: TextDocument, position: Position): Promise<TextEdit[]>
  /** A config or template file was created, changed or deleted: what was read of it is read again. */
  fileChanged(uri: string): void
  /** Problems of the configs and templates read so far. */
  problems(): readonly ConfigProblem[]
  /** Forgets a document that was closed. */
  close(uri: string): void
}
