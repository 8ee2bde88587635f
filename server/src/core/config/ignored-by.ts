import type { Config, PathGlob } from './config'
import { pathIn } from './path-in'

/** The first glob by which the config ignores a file; `undefined` where it does not. A template that it names is not ignored. */
export function ignoredBy(config: Config, uri: string): PathGlob | undefined {
  if (config.ignore.length === 0 || config.templateUris.includes(uri)) return undefined
  const path = pathIn(config, uri)
  return path === undefined ? undefined : config.ignore.find(({ matches }) => matches(path))
}
