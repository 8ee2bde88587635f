import type { Template } from '../template/template'

/** What a `specmark.json` decides. Immutable. */
export interface Config {
  /** URI of the file; `undefined` for the defaults. */
  readonly uri: string | undefined
  /** Globs, relative to the file's folder, in the file's order: a path that matches is a spec of that template. */
  readonly specs: readonly SpecGlob[]
  /** Templates of the workspace, already read, beside the built-in ones; one of the same name stands in its place. */
  readonly templates: readonly Template[]
  /** URIs of the template files that it names, those that could not be read included. */
  readonly templateUris: readonly string[]
  readonly problems: readonly ConfigProblem[]
}

export interface SpecGlob {
  readonly glob: string
  /** Template name. */
  readonly template: string
  /** `path` is relative to the config's folder, with `/`, decoded. */
  matches(path: string): boolean
}

/** One mistake in a config or template, at its place; the rest still counts. */
export interface ConfigProblem {
  readonly uri: string
  readonly message: string
  /** Offsets into the text of `uri`. */
  readonly start: number
  readonly end: number
}

/** What holds where no config file does. */
export const DEFAULT_CONFIG: Config = {
  uri: undefined,
  specs: [],
  templates: [],
  templateUris: [],
  problems: [],
}
