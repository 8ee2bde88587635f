import { URI } from 'vscode-uri'
import type { Config, SpecGlob } from './config'

/** The first glob of the config that a file's path matches; `undefined` where none does. */
export function specForPath(config: Config, uri: string): SpecGlob | undefined {
  if (config.uri === undefined || config.specs.length === 0) return undefined
  const configUri = URI.parse(config.uri)
  const file = URI.parse(uri)
  const folder = configUri.path.slice(0, configUri.path.lastIndexOf('/') + 1)
  const sameSystem = file.scheme === configUri.scheme && file.authority === configUri.authority
  if (!sameSystem || !file.path.startsWith(folder)) return undefined
  const path = file.path.slice(folder.length)
  return config.specs.find((spec) => spec.matches(path))
}
