import type { Template } from '../template/template'

/** What a `specmark.json` decides. Immutable. */
export interface Config {
  /** URI of the file; `undefined` for the defaults. */
  readonly uri: string | undefined
  /** Globs, relative to the file's folder, in the file's order: a path that matches is a spec of that template. */
  readonly specs: readonly SpecGlob[]
  /** Templates of the workspace, already read, beside the built-in ones. */
  readonly templates: readonly Template[]
  /** URIs of the template files that it names. */
  readonly templateUris: readonly string[]
  readonly problems: readonly ConfigProblem[]
}

export interface SpecGlob {
  readonly glob: string
  /** Template name. */
  readonly template: string
}

/** One mistake in a config or template, at its place; the rest still counts. */
export interface ConfigProblem {
  readonly uri: string
  readonly message: string
  /** Offsets into the text of `uri`. */
  readonly start: number
  readonly end: number
}
