import type { BaselineEntry } from '../rules/baseline'
import type { Severity } from '../rules/rule'
import { DEFAULT_SETTINGS, type TracedRole, type WordSettings } from '../rules/settings'
import type { Stage, Template } from '../template/template'

/** What a `specmark.json` decides. Immutable. */
export interface Config {
  /** URI of the file; `undefined` for the defaults. */
  readonly uri: string | undefined
  /** Globs, relative to the file's folder, in the file's order: a path that matches is a spec of that template. */
  readonly specs: readonly SpecGlob[]
  /** Paths that are not checked, whatever stands in them. */
  readonly ignore: readonly PathGlob[]
  /** In megabytes: larger files are not read. */
  readonly maxFileSize: number
  /** Names of files that are one spec where they lie in one folder, each list in the order of reading. */
  readonly groups: readonly (readonly string[])[]
  /** Templates of the workspace, already read, beside the built-in ones; one of the same name stands in its place. */
  readonly templates: readonly Template[]
  /** URIs of the template files that it names, those that could not be read included. */
  readonly templateUris: readonly string[]
  /** The built-in and own templates as documents are held against them: with the status values and kinds of this config. */
  readonly allTemplates: readonly Template[]
  readonly severities: SeveritySettings
  /** In the file's order: a later one counts more. */
  readonly overrides: readonly Override[]
  readonly words: WordSettings
  readonly traced: readonly TracedRole[]
  readonly newSpec: NewSpecSettings
  /** Where the baseline is, or would be: beside the config, else at the repository's root; `undefined` where there is neither. */
  readonly baselineUri: string | undefined
  /** By path from the folder of `baselineUri`, with `/`. */
  readonly baseline: ReadonlyMap<string, readonly BaselineEntry[]>
  readonly problems: readonly ConfigProblem[]
  /** Names what it was read from, but the baseline: two configs of the same name read every document alike. */
  readonly readFrom: string
}

export interface PathGlob {
  readonly glob: string
  /** @param path relative to the config's folder, with `/`, decoded */
  matches(path: string): boolean
}

export interface SpecGlob extends PathGlob {
  /** Template name. */
  readonly template: string
}

/** By rule, by group (`requirement/*`), which counts less, or for all (`*`), which counts least. */
export type SeveritySettings = ReadonlyMap<string, SeveritySetting>

/** What a rule is reported as while a spec is at a stage; where one is left out, as the rule itself says. */
export type SeveritySetting = Readonly<Partial<Record<Stage, Severity | 'off'>>>

/** Severities for some paths. */
export interface Override {
  readonly globs: readonly string[]
  /** As that of a {@link PathGlob}. */
  matches(path: string): boolean
  readonly severities: SeveritySettings
}

/** How `specmark new` makes a file. */
export interface NewSpecSettings {
  /** Template name; `undefined`: the first there is. */
  readonly template: string | undefined
  /** Folder, relative to the config's; `''`: where the command is run. */
  readonly folder: string
  /** File name with `{id}`, `{date}`, `{number}`, `{slug}`. */
  readonly fileName: string
}

/** One mistake in a config or template, at its place; the rest still counts. */
export interface ConfigProblem {
  readonly uri: string
  readonly message: string
  /** Offsets into the text of `uri`. */
  readonly start: number
  readonly end: number
}

/** Files that tools for specification-driven work write into the folder of a feature. */
export const DEFAULT_GROUPS: readonly (readonly string[])[] = [
  ['requirements.md', 'design.md', 'tasks.md'],
  ['spec.md', 'plan.md', 'tasks.md', 'acceptance.md'],
]

/** More than any text that is read has, whatever characters it is made of. */
export const DEFAULT_MAX_FILE_SIZE = 5

export const DEFAULT_NEW_SPEC: NewSpecSettings = {
  template: undefined,
  folder: '',
  fileName: '{id}-{slug}.md',
}

/** What holds where no config file does. */
export const DEFAULT_CONFIG: Config = {
  uri: undefined,
  specs: [],
  ignore: [],
  maxFileSize: DEFAULT_MAX_FILE_SIZE,
  groups: DEFAULT_GROUPS,
  templates: [],
  templateUris: [],
  allTemplates: [],
  severities: new Map(),
  overrides: [],
  words: DEFAULT_SETTINGS.words,
  traced: [],
  newSpec: DEFAULT_NEW_SPEC,
  baselineUri: undefined,
  baseline: new Map(),
  problems: [],
  readFrom: '',
}
