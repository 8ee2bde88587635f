import type { Config, SpecGlob } from './config'
import { pathIn } from './path-in'

/** The first glob of the config that a file's path matches; `undefined` where none does. */
export function specForPath(config: Config, uri: string): SpecGlob | undefined {
  if (config.specs.length === 0) return undefined
  const path = pathIn(config, uri)
  return path === undefined ? undefined : config.specs.find((spec) => spec.matches(path))
}
