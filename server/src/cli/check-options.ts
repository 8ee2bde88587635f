import type { Severity } from '../core/rules/rule'

export const FORMATS = ['pretty', 'json', 'sarif', 'junit', 'github'] as const
export type Format = (typeof FORMATS)[number]

/** What a run of `check` fails on. */
export type FailOn = Severity | 'never'

export interface CheckOptions {
  readonly format: Format
  readonly failOn: FailOn
  readonly allowNone?: boolean
  readonly hints?: boolean
  /** Only these rules are reported. */
  readonly rule?: readonly string[]
  /** Nothing below `failOn` is reported, and no summary. */
  readonly quiet?: boolean
  /** Only what was changed since this commit, or by it being changed, is reported. */
  readonly since?: string
  /** What is found becomes the baseline, instead of being reported. */
  readonly updateBaseline?: boolean
  /** Goes on checking as files change. */
  readonly watch?: boolean
  /** The text comes from standard input. */
  readonly stdin?: boolean
  /** What its file is taken to be. */
  readonly stdinFilename?: string
}
