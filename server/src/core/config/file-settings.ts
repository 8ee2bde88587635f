import type { BaselineEntry } from '../rules/baseline'
import type { RuleSettings } from '../rules/settings'
import type { Config } from './config'
import { ignoredBy } from './ignored-by'
import { pathIn } from './path-in'
import { settingsFor } from './settings-for'
import { specForPath } from './spec-for-path'

/** What a config decides about one file. Immutable. */
export interface FileSettings {
  /** Name of the template that it is said to be a spec of. */
  readonly template: string | undefined
  readonly isTemplateFile: boolean
  /** The glob by which it is not checked. */
  readonly ignored: string | undefined
  readonly rules: RuleSettings
  readonly baseline: readonly BaselineEntry[]
}

/** Files remembered of a config: more than a person has open, less than a large repository has. */
const MOST_KNOWN = 500

/**
 * Decides about files, and remembers it: a config may have thousands of globs, and a keystroke changes none of what they
 * say of a file.
 */
export function createFileSettings(): (config: Config, uri: string) => FileSettings {
  const known = new WeakMap<Config, Map<string, FileSettings>>()
  return (config, uri) => {
    const ofConfig = known.get(config) ?? new Map<string, FileSettings>()
    known.set(config, ofConfig)
    const settings = ofConfig.get(uri) ?? decide(config, uri)
    if (ofConfig.size >= MOST_KNOWN) ofConfig.clear()
    ofConfig.set(uri, settings)
    return settings
  }
}

function decide(config: Config, uri: string): FileSettings {
  return {
    template: specForPath(config, uri)?.template,
    isTemplateFile: config.templateUris.includes(uri),
    ignored: ignoredBy(config, uri)?.glob,
    rules: settingsFor(config, uri),
    baseline: config.baseline.get(pathIn(config, uri) ?? '') ?? [],
  }
}
