import type { Progress } from '../core/index/spec-index'
import type { BaselineEntry } from '../core/rules/baseline'
import type { NoSpec } from './open-file'
import type { FileReport } from './report'
import type { Excerpt } from './source-line'

/** What checking one file came to. Plain data: it can be handed from one thread to another. */
export interface CheckedFile {
  readonly uri: string
  /** With every finding, whatever a command then leaves out. */
  readonly report: FileReport
  /** What lists call it: its title without what the template has before it, shortened; its path where it has none. */
  readonly name: string
  /** The source line of each finding, in the order of the report; `[]` where nobody asked. */
  readonly excerpts: readonly Excerpt[]
  readonly baseline: FileBaseline
  readonly progress: Progress
  /** The status values of its template, in the order of the lifecycle. */
  readonly lifecycle: readonly string[]
  /** URIs of the config, the templates and the baseline that it was judged by, there or not. */
  readonly configs: readonly string[]
}

/** How a file stands to the baseline. */
export interface FileBaseline {
  /** The URI of the baseline's file, whether or not there is one; `undefined` where there is no place for it. */
  readonly uri: string | undefined
  /** What the file is called there. */
  readonly path: string | undefined
  /** Entries that answer for a finding, and those that no finding answers to any more. */
  readonly known: readonly BaselineEntry[]
  readonly stale: readonly BaselineEntry[]
}

/** What a command wants to know beside what is found: each costs time. */
export interface CheckDetail {
  readonly excerpts: boolean
  /** The edits of the fixes; without, the reports have no fixes. */
  readonly fixes: boolean
}

export type CheckOutcome =
  | { readonly kind: 'checked'; readonly file: CheckedFile }
  | NoSpec
  /** A sentence that names the file. */
  | { readonly kind: 'failed'; readonly problem: string }
