import type { Config, Override } from './config'
import { pathIn } from './path-in'

/** The overrides that hold for a file, in the order in which they count. */
export function overridesFor(config: Config, uri: string): readonly Override[] {
  if (config.overrides.length === 0) return []
  const path = pathIn(config, uri)
  return path === undefined ? [] : config.overrides.filter(({ matches }) => matches(path))
}
